import fs from 'node:fs';
import path from 'node:path';

/** Passwords. Kept on disk only where the system's own keyring guards them; else only until the app is closed. */
export interface Secrets {
  /** False: nothing is kept after the app is closed, and the desk says so. */
  readonly keyring: boolean;
  /** Null where it is not known, or was kept under a key that the system no longer has. */
  get(name: string): string | null;
  /** Null forgets it. Never throws: what cannot be kept on disk is kept in memory. */
  set(name: string, value: string | null): void;
}

/** The part of Electron's safeStorage that is used. Ask only after the app is ready. */
export interface SafeStorage {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(encrypted: Buffer): string;
  /** Linux, and only in later versions of Electron. */
  getSelectedStorageBackend?(): string;
}

export interface SecretsContext {
  readonly safeStorage: SafeStorage;
  /** Where the encrypted values lie. */
  readonly file: string;
  readonly platform: string;
}

export function openSecrets(ctx: SecretsContext): Secrets {
  const memory = new Map<string, string>();
  const keyring = hasKeyring(ctx);
  return {
    keyring,
    get: (name) => memory.get(name) ?? (keyring ? decrypted(ctx, readAll(ctx.file)[name]) : null),
    set: (name, value) => {
      if (value === null) memory.delete(name);
      else memory.set(name, value);
      // an older value must not come back at the next start, so it goes from the disk in every case
      const { [name]: _old, ...rest } = readAll(ctx.file);
      const kept = value === null || !keyring ? null : encrypted(ctx, value);
      writeAll(ctx.file, kept === null ? rest : { ...rest, [name]: kept });
    },
  };
}

/**
 * Whether what is encrypted here is guarded by a real keyring.
 *
 * On Linux without a keyring daemon Chromium falls back to a key that is the same in every copy of it
 * (`basic_text`), which hides nothing. Later versions of Electron name the backend. Earlier ones do not, but the
 * first bytes tell: `v10` is the fixed key, `v11` the key from the keyring. What cannot be shown to be a keyring
 * counts as none. On Windows and macOS the system's own store is always there.
 */
function hasKeyring({ safeStorage, platform }: SecretsContext): boolean {
  try {
    if (!safeStorage.isEncryptionAvailable()) return false;
    if (platform !== 'linux') return true;
    const backend = safeStorage.getSelectedStorageBackend?.();
    if (backend !== undefined) return backend !== 'basic_text' && backend !== 'unknown';
    return safeStorage.encryptString('?').subarray(0, 3).toString('latin1') === 'v11';
  } catch {
    return false;
  }
}

function encrypted(ctx: SecretsContext, value: string): string | null {
  try {
    return ctx.safeStorage.encryptString(value).toString('base64');
  } catch {
    return null; // the keyring was locked since: memory has it
  }
}

function decrypted(ctx: SecretsContext, kept: string | undefined): string | null {
  if (kept === undefined) return null;
  try {
    return ctx.safeStorage.decryptString(Buffer.from(kept, 'base64'));
  } catch {
    return null; // another machine's file, or another user's: it is asked for again
  }
}

function readAll(file: string): Record<string, string> {
  try {
    const value: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(Object.entries(value).filter(([, v]) => typeof v === 'string'));
  } catch {
    return {}; // not there yet, or not ours
  }
}

function writeAll(file: string, values: Readonly<Record<string, string>>): void {
  if (Object.keys(values).length === 0 && !fs.existsSync(file)) return;
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(`${file}.part`, JSON.stringify(values), { mode: 0o600 });
    fs.renameSync(`${file}.part`, file);
  } catch {
    fs.rmSync(`${file}.part`, { force: true }); // memory has it until the app is closed
  }
}
