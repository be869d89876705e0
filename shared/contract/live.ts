import type { SceneRole } from '../domain/scenes/scenes';
import type { Instant } from '../time/time';

/**
 * What is true only now: devices, disk, displays. It is sent whole when it changes and is never kept; what matters
 * afterwards (a lamp that went red) is also an event.
 */
export interface Live {
  readonly storage: StorageLive;
  readonly obs: ObsLive;
  readonly scanners: readonly ScannerLive[];
  readonly windows: readonly WindowLive[];
  readonly displays: readonly DisplayLive[];
  readonly desk: DeskLive;
}

export interface StorageLive {
  /** Every event up to this one is on disk. */
  readonly savedRevision: number;
  /** How many events are told but not on disk yet; 0 when all is well. */
  readonly pending: number;
  /** Why the last write failed; null when it did not. A code of words/storage. */
  readonly code: string | null;
  /** What was repaired or could not be kept, until the app is closed: a damaged journal, a copy that failed. */
  readonly notice: StorageNotice | null;
}

export interface StorageNotice {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export type ObsLink =
  /** Not set up, or switched off by the operator. */
  | 'off'
  | 'connecting'
  /** Connected; OBS is still starting or its scenes are being read and made. */
  | 'checking'
  | 'linked'
  /** Gone or not there; trying again by itself. */
  | 'lost'
  /** A person must do something (password, version); not tried again by itself. */
  | 'refused'
  /** OBS said that it is closing. */
  | 'closing';

export interface ObsLive {
  readonly link: ObsLink;
  /** The sentence for it, a code of words/obs, with its values. */
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly since: Instant;
  /** `29.0.2`; null while not linked. */
  readonly version: string | null;
  /** The size of OBS's base canvas, which slides are drawn at; null while not linked. */
  readonly canvas: { readonly width: number; readonly height: number } | null;
  /** How drawn slides get into OBS. */
  readonly drawnBy: 'browser' | 'image' | null;
  /** The scene that was asked for and is not confirmed yet. */
  readonly asked: SceneRole | null;
  /** The last thing that went wrong or was repaired while linked (a scene deleted and made again, …). */
  readonly notice: {
    readonly code: string;
    readonly params: Readonly<Record<string, string | number>>;
    readonly at: Instant;
  } | null;
}

export interface ScannerLive {
  readonly id: string;
  readonly door: string;
  readonly path: string;
  readonly baudRate: number;
  readonly state: 'opening' | 'open' | 'lost' | 'refused';
  /** A code of words/scanner. */
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly since: Instant;
  readonly frames: number;
  /** Frames that could not be read: too long, control bytes, not UTF-8. */
  readonly unreadable: number;
  /** The same frame again within the hold time (a card left on an RFID reader): one scan, counted here. */
  readonly repeats: number;
}

/** A window of the app that an operator places. */
export const WINDOW_ROLES = ['operator', 'stage', 'slides', 'checkin'] as const;
export type WindowRole = (typeof WINDOW_ROLES)[number];

export interface WindowLive {
  readonly role: WindowRole;
  /** `parked`: its display is gone, so it is hidden until the display is back. */
  readonly state: 'closed' | 'windowed' | 'fullscreen' | 'parked';
  readonly displayId: number | null;
}

export interface DisplayLive {
  readonly id: number;
  readonly label: string;
  readonly width: number;
  readonly height: number;
  /** The operator's own screen. */
  readonly operator: boolean;
}

export interface DeskLive {
  readonly language: 'vi' | 'en';
  readonly obs: { readonly address: string; readonly port: number; readonly hasPassword: boolean };
  /** False where the system has no keyring: a password is then kept only until the app is closed. */
  readonly keyring: boolean;
  /** The app runs on a virtual display that it started itself. */
  readonly virtualDisplay: boolean;
  readonly version: string;
}

export type LampId = 'storage' | 'obs' | 'scanner' | 'stage' | 'clock';
export type LampLevel = 'ok' | 'warn' | 'bad' | 'off';
