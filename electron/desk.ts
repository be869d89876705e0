import type { Answer, DeskCommand, HallCommand, PartCommand } from '../shared/contract/commands';
import { messageOf } from './error-message';

export type DeskOutcome =
  | { readonly ok: true; readonly path?: string }
  | { readonly ok: false; readonly code: string; readonly params: Readonly<Record<string, string | number>> };

type Of<T extends DeskCommand['type']> = Extract<DeskCommand, { type: T }>;

/** What the desk may touch, one verb each; main wires them to the devices, the windows and the papers. */
export interface DeskContext {
  openSample(mode: Of<'sample.open'>['mode']): Promise<Extract<PartCommand, { type: 'event.open' }>>;
  hall(command: HallCommand): Promise<Answer>;
  linkObs(to: Omit<Of<'obs.link'>, 'type'>): void;
  unlinkObs(): void;
  openScanner(settings: Omit<Of<'scanner.open'>, 'type'>): Promise<DeskOutcome>;
  closeScanner(id: string): Promise<void>;
  openWindow(role: Of<'window.open'>['role'], displayId: number | null): DeskOutcome;
  closeWindow(role: Of<'window.close'>['role']): void;
  makePaper(format: Of<'paper.make'>['format']): Promise<DeskOutcome>;
  revealPaper(format: Of<'paper.reveal'>['format']): DeskOutcome;
  /** Writes an event of the library into one file. */
  exportEvent(id: string): Promise<DeskOutcome>;
  /** Takes the text of such a file as a wish to keep its event. */
  importEvent(text: string): Extract<HallCommand, { type: 'library.keep' }> | DeskOutcome;
  setLanguage(language: Of<'language.set'>['language']): void;
  /** The hall's revision and what of it is on disk, for an answer. */
  standing(): { readonly revision: number; readonly savedRevision: number };
}

/** Does what a person asks of the machine. Every command is answered; what throws is answered as `failed`. */
export async function obeyDesk(ctx: DeskContext, c: DeskCommand): Promise<Answer> {
  try {
    const outcome = await act(ctx, c);
    if (!outcome.ok) return outcome;
    if ('revision' in outcome) return outcome;
    const { revision, savedRevision } = ctx.standing();
    return { ...outcome, revision, saved: savedRevision >= revision };
  } catch (e) {
    return { ok: false, code: 'failed', params: { detail: messageOf(e) } };
  }
}

const DONE: DeskOutcome = { ok: true };

async function act(ctx: DeskContext, c: DeskCommand): Promise<DeskOutcome | Answer> {
  switch (c.type) {
    case 'sample.open':
      return ctx.hall(await ctx.openSample(c.mode));
    case 'obs.link':
      ctx.linkObs({ address: c.address, port: c.port, password: c.password });
      return DONE;
    case 'obs.unlink':
      ctx.unlinkObs();
      return DONE;
    case 'scanner.open': {
      const { type: _type, ...settings } = c;
      return ctx.openScanner(settings);
    }
    case 'scanner.close':
      await ctx.closeScanner(c.id);
      return DONE;
    case 'window.open':
      return ctx.openWindow(c.role, c.displayId);
    case 'window.close':
      ctx.closeWindow(c.role);
      return DONE;
    case 'paper.make':
      return ctx.makePaper(c.format);
    case 'paper.reveal':
      return ctx.revealPaper(c.format);
    case 'library.export':
      return ctx.exportEvent(c.id);
    case 'library.import': {
      const kept = ctx.importEvent(c.text);
      return 'type' in kept ? ctx.hall(kept) : kept;
    }
    case 'language.set':
      ctx.setLanguage(c.language);
      return DONE;
  }
}
