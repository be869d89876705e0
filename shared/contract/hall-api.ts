import type { HallState } from '../domain/hall';
import type { Instant } from '../time/time';
import type { Answer, Command } from './commands';
import type { Recorded } from './events';
import type { Live, WindowRole } from './live';

/** A page of the app. `painter` is the hidden one that draws slides for OBS. */
export type PageRole = WindowRole | 'painter' | 'paper';

/** What a screen is told. `hello` gives everything once, then only these come; a gap in revisions means: ask again. */
export type HallUpdate =
  | {
      readonly type: 'events';
      /** The revision before these events. A screen that is not there has missed something. */
      readonly from: number;
      readonly to: number;
      /** What this screen may know of them; may be fewer than `to - from`. */
      readonly events: readonly Recorded[];
      /** Everything up to this revision is on disk; below `to` while the disk refuses. */
      readonly savedRevision: number;
    }
  | { readonly type: 'live'; readonly live: Live }
  /** The programme as OBS draws it, a small JPEG in base64; operator only. */
  | { readonly type: 'thumbnail'; readonly jpeg: string | null };

export interface Hello {
  readonly state: HallState;
  readonly live: Live;
  readonly role: PageRole;
}

export interface PortInfo {
  readonly path: string;
  /** Maker and product where the system knows them. */
  readonly label: string;
}

/** The one page of the contract: what any screen can do, over IPC (window.hall) or, later, the LAN. */
export interface HallApi {
  readonly role: PageRole;
  hello(): Promise<Hello>;
  /** @returns the function that stops it. */
  onUpdate(listener: (update: HallUpdate) => void): () => void;
  /** Never rejects for a refusal; rejects only when the app is closing or the sender is not allowed to speak at all. */
  command(command: Command): Promise<Answer>;
  /** Hall time now, for a screen to find its offset by several round trips. */
  clock(): Promise<Instant>;
  /** The newest `last` entries of the journal, oldest first; operator only. */
  log(last: number): Promise<readonly Recorded[]>;
  /** Serial ports the system knows now; operator only. */
  ports(): Promise<readonly PortInfo[]>;
}

/** What the hidden painter page offers the app; only that page has it. */
export interface PainterApi {
  onJob(listener: (job: PaintJob) => void): () => void;
  /** @param png null when it could not be drawn; `reason` then says why. */
  done(id: number, png: ArrayBuffer | null, reason: string | null): void;
}
export interface PaintJob {
  readonly id: number;
  readonly slide: import('../domain/scenes/slide').Slide;
  readonly width: number;
  readonly height: number;
}
