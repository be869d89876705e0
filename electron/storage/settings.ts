import fs from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { WINDOW_ROLES, type WindowRole } from '../../shared/contract/live';
import { messageOf } from '../error-message';
import { freeName, stamp } from './copies';

const text = z.string().min(1).max(300);
const pixels = z.number().int().min(-100_000).max(100_000);

/** How a display is known again tomorrow: its id may change, its place, size and name seldom do all at once. */
const displayKey = z.object({
  id: z.number(),
  label: z.string().max(300),
  width: pixels,
  height: pixels,
  x: pixels,
  y: pixels,
});

/** `key` null: in an ordinary frame. */
const windowMemory = z.object({ key: displayKey.nullable(), open: z.boolean() });
type WindowMemory = Readonly<z.output<typeof windowMemory>>;

const known = z.string().max(300).nullable();
/** A door belongs to a device; the path is only where it was last. `device` null: the system does not list it. */
const keptScanner = z.object({
  path: text,
  baudRate: z.number().int().min(300).max(921_600),
  dataBits: z.union([z.literal(7), z.literal(8)]),
  parity: z.enum(['none', 'even', 'odd', 'mark', 'space']),
  stopBits: z.union([z.literal(1), z.literal(2)]),
  door: z.string().trim().min(1).max(60),
  device: z
    .object({ serialNumber: known, pnpId: known, locationId: known, vendorId: known, productId: known })
    .nullable(),
});
type KeptScanner = Readonly<z.output<typeof keptScanner>>;

/** What each setting must look like; each falls back by itself, so that one bad one costs no other. */
const SCHEMAS = {
  language: z.enum(['vi', 'en']),
  obs: z.object({
    /** Off until someone connects, and again after someone disconnects. */
    on: z.boolean(),
    address: z.string().regex(/^[A-Za-z0-9.:_-]{1,253}$/),
    port: z.number().int().min(1).max(65535),
  }),
  scanners: z.array(keptScanner).max(32),
  windows: z.partialRecord(z.enum(WINDOW_ROLES), windowMemory),
  slidesPort: z.number().int().min(1).max(65535).nullable(),
};

/** What the desk chose and the machine keeps. Nothing of the event is in here, and no secret. */
export interface SettingsShape {
  readonly language: 'vi' | 'en';
  readonly obs: { readonly on: boolean; readonly address: string; readonly port: number };
  readonly scanners: readonly KeptScanner[];
  readonly windows: Readonly<Partial<Record<WindowRole, WindowMemory>>>;
  /** Where the slides are served to a browser source, which keeps the address. */
  readonly slidesPort: number | null;
}

export const DEFAULT_SETTINGS: SettingsShape = {
  language: 'vi',
  obs: { on: false, address: '127.0.0.1', port: 4455 },
  scanners: [],
  windows: {},
  slidesPort: null,
};

export interface Settings {
  get(): SettingsShape;
  /** @throws SettingsError when they could not be written; they hold all the same until the app is closed. */
  patch(change: Partial<SettingsShape>): void;
  /** Where a file that could not be understood was kept; null when all was well. */
  readonly broken: string | null;
}

/** `code` is a sentence of words/storage. */
export class SettingsError extends Error {
  readonly code = 'settings-not-saved';
}

/** A store of one JSON file, written whole: electron-store, or a fake. */
export interface SettingsFile {
  /** Reading gives what is in the file; assigning writes it. */
  store: Record<string, unknown>;
}

export interface SettingsContext {
  /** Where the store keeps its file. */
  readonly path: string;
  /** Opens the store on that file; not called before a file that is no JSON has been put aside. */
  open(): SettingsFile;
  /** The wall clock in milliseconds, for the name of a broken file. */
  now(): number;
}

/** Reads the settings. Whatever is in the file, the app starts: what is not understood falls back and is kept beside. */
export function openSettings(ctx: SettingsContext): Settings {
  const putAside = isJsonObject(ctx.path) ? null : keepBeside(ctx, 'move');
  let file: SettingsFile | null = null;
  let raw: Record<string, unknown> = {};
  try {
    file = ctx.open();
    raw = { ...file.store };
  } catch {
    // the folder cannot be used: patch says so, and the defaults serve
  }
  const read = readSettings(raw);
  const broken = putAside ?? (read.dropped.length > 0 ? keepBeside(ctx, 'copy') : null);
  let current = read.settings;
  const write = (): void => {
    file ??= ctx.open();
    // names that a newer version wrote stay in the file
    file.store = { ...raw, ...current };
  };
  if (read.dropped.length > 0) {
    try {
      write(); // so that the next start does not find the same fault again
    } catch {
      // it will, then; patch says why
    }
  }
  return {
    broken,
    get: () => current,
    patch: (change) => {
      current = { ...current, ...change };
      try {
        write();
      } catch (e) {
        throw new SettingsError(messageOf(e));
      }
    },
  };
}

/** @returns the settings with the names of those that could not be understood. Missing ones are no fault. */
export function readSettings(raw: Readonly<Record<string, unknown>>): {
  readonly settings: SettingsShape;
  readonly dropped: readonly string[];
} {
  const dropped: string[] = [];
  const pick = <T>(name: keyof SettingsShape, schema: z.ZodType<T>, otherwise: T): T => {
    if (raw[name] === undefined) return otherwise;
    const parsed = schema.safeParse(raw[name]);
    if (parsed.success) return parsed.data;
    dropped.push(name);
    return otherwise;
  };
  const settings: SettingsShape = {
    language: pick('language', SCHEMAS.language, DEFAULT_SETTINGS.language),
    obs: pick<SettingsShape['obs']>('obs', SCHEMAS.obs, DEFAULT_SETTINGS.obs),
    scanners: pick<SettingsShape['scanners']>('scanners', SCHEMAS.scanners, DEFAULT_SETTINGS.scanners),
    windows: pick<SettingsShape['windows']>('windows', SCHEMAS.windows, DEFAULT_SETTINGS.windows),
    slidesPort: pick<SettingsShape['slidesPort']>('slidesPort', SCHEMAS.slidesPort, DEFAULT_SETTINGS.slidesPort),
  };
  return { settings, dropped };
}

/** True also where there is no file yet. */
function isJsonObject(file: string): boolean {
  if (!fs.existsSync(file)) return true;
  try {
    const value: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function keepBeside(ctx: SettingsContext, how: 'move' | 'copy'): string | null {
  const to = freeName(
    path.dirname(ctx.path),
    `${path.basename(ctx.path, '.json')}-broken-${stamp(ctx.now())}`,
    '.json',
  );
  try {
    if (how === 'move') fs.renameSync(ctx.path, to);
    else fs.copyFileSync(ctx.path, to);
    return to;
  } catch {
    return null; // the folder takes no files; the settings then stay as they are, and patch says why
  }
}
