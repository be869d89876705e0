import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { type Answer, type Command, command as commandShape } from '../../shared/contract/commands';
import type { Recorded } from '../../shared/contract/events';
import type { Hello, PageRole, PortInfo } from '../../shared/contract/hall-api';
import type { Instant } from '../../shared/time/time';
import { CHANNELS } from './channels';

/** What the gate may touch, and why. */
export interface GateContext {
  /** Which page this is; null for anything that is not a window of ours. */
  roleOf(contents: WebContents): PageRole | null;
  /** Whether an address is one of the app's own pages. */
  isOurs(url: string): boolean;
  /** May wait for the journal to be opened, not for ever. */
  hello(role: PageRole): Promise<Hello>;
  command(c: Command): Promise<Answer>;
  now(): Instant;
  log(last: number): Promise<readonly Recorded[]>;
  ports(): Promise<readonly PortInfo[]>;
  /** A refusal is worth a line in the file log. */
  note(line: string): void;
}

const LONGEST_LOG = 2000;

/**
 * The door between the pages and the hall, and the only listener for what they ask: who speaks first, then whether
 * that page may ask this, then the shape of what it says.
 * @returns the function that closes the door.
 */
export function openGate(ctx: GateContext): () => void {
  const speaker = (e: IpcMainInvokeEvent): PageRole | null => {
    const frame = e.senderFrame;
    if (!frame || frame.parent !== null || !ctx.isOurs(frame.url)) return null;
    return ctx.roleOf(e.sender);
  };
  const handle = <R>(
    channel: string,
    may: (role: PageRole) => boolean,
    act: (role: PageRole, arg: unknown) => R,
  ): void => {
    ipcMain.handle(channel, (e, arg: unknown) => {
      const role = speaker(e);
      if (role === null || !may(role)) {
        ctx.note(`gate: ${channel} refused to ${role ?? 'a stranger'}`);
        throw new Error(`refused: ${channel}`);
      }
      return act(role, arg);
    });
  };
  const anyone = (): boolean => true;
  const operator = (role: PageRole): boolean => role === 'operator';

  handle(CHANNELS.hello, anyone, (role) => ctx.hello(role));
  handle(CHANNELS.clock, anyone, () => ctx.now());
  handle(CHANNELS.command, anyone, (role, arg) => obey(ctx, role, arg));
  handle(CHANNELS.log, operator, (_role, arg) => ctx.log(Math.min(LONGEST_LOG, Math.max(1, Number(arg) || 1))));
  handle(CHANNELS.ports, operator, () => ctx.ports());
  return () => {
    for (const c of [CHANNELS.hello, CHANNELS.clock, CHANNELS.command, CHANNELS.log, CHANNELS.ports])
      ipcMain.removeHandler(c);
  };
}

async function obey(ctx: GateContext, role: PageRole, arg: unknown): Promise<Answer> {
  if (role !== 'operator' && role !== 'checkin') return { ok: false, code: 'not-allowed', params: {} };
  const parsed = commandShape.safeParse(arg);
  if (!parsed.success) {
    const where = parsed.error.issues[0];
    const detail = where === undefined ? '?' : `${where.path.join('.') || 'type'}: ${where.code}`;
    return { ok: false, code: 'bad-command', params: { detail } };
  }
  if (role === 'checkin' && !parsed.data.type.startsWith('checkin.'))
    return { ok: false, code: 'not-allowed', params: {} };
  return ctx.command(parsed.data);
}
