import type { PlanIntake } from '../../shared/contract/plan-api';
import type { IsoDay } from '../../shared/time/time';
import type { IntakeCode } from '../../shared/words/intake';
import { IDLE_MS, LIMITS } from './limits';
import { isFromPlan, type PlanProcess, type PlanSource } from './messages';

export type { PlanProcess, PlanSource } from './messages';

export interface PlanReaderContext {
  /** Starts the plan process. Never throws: one that cannot start ends at once. */
  spawn(): PlanProcess;
  /** What a date without a year is understood from; null for nothing. */
  today(): IsoDay | null;
  log(line: string): void;
  /** Milliseconds until a reading is given up. */
  readonly readMs: number;
  /** Milliseconds without a document after which the process is ended. */
  readonly idleMs: number;
}

/** The limits of the app itself. */
export const READER_LIMITS = { readMs: LIMITS.readMs, idleMs: IDLE_MS } as const;

export interface PlanReader {
  /**
   * Reads a document. Never rejects: it ends by the reading, by the code why not, or by its time limit. A second one
   * ends the first, which then answers `cancelled`.
   * @param on told now and then how much is done, 0..1
   */
  read(source: PlanSource, on: { progress(fraction: number): void }, signal: AbortSignal): Promise<PlanIntake>;
  /** Ends the process and what is being read. */
  stop(): void;
}

interface Reading {
  readonly id: number;
  readonly progress: (fraction: number) => void;
  readonly finish: (intake: PlanIntake) => void;
}

/** The reader of plans as the main process has it. The process that opens the files is started when one comes. */
export function createPlanReader(ctx: PlanReaderContext): PlanReader {
  let child: PlanProcess | null = null;
  let reading: Reading | null = null;
  let idle: NodeJS.Timeout | null = null;
  let lastId = 0;
  let stopped = false;

  /** The exit of an ended process is not heard any more. */
  const end = (): void => {
    const running = child;
    child = null;
    running?.kill();
  };

  const give = (intake: PlanIntake): void => {
    const done = reading;
    reading = null;
    done?.finish(intake);
    if (child === null || stopped) return;
    idle = setTimeout(end, ctx.idleMs);
    idle.unref();
  };

  /** There is no stopping a library in the middle of a file other than with its process. */
  const giveUp = (code: IntakeCode, params: Readonly<Record<string, string | number>>): void => {
    end();
    give({ ok: false, code, params });
  };

  const start = (): PlanProcess => {
    const started = ctx.spawn();
    child = started;
    started.onMessage((message) => {
      if (child !== started || !isFromPlan(message)) return;
      if (message.type === 'note') ctx.log(message.line);
      else if (message.id !== reading?.id) return;
      else if (message.type === 'progress') reading.progress(message.fraction);
      else give(message.intake);
    });
    started.onExit((why) => {
      if (child !== started) return;
      child = null;
      ctx.log(`the plan process ended: ${why}`);
      if (reading !== null) give({ ok: false, code: 'reader-crashed', params: {} });
    });
    return started;
  };

  return {
    read: (source, on, signal) => {
      if (stopped) return Promise.resolve({ ok: false, code: 'stopping', params: {} });
      if (signal.aborted) return Promise.resolve({ ok: false, code: 'cancelled', params: {} });
      if (idle !== null) clearTimeout(idle);
      idle = null;
      if (reading !== null) giveUp('cancelled', {});
      return new Promise((resolve) => {
        const id = ++lastId;
        const limit = setTimeout(() => giveUp('too-slow', { seconds: ctx.readMs / 1000 }), ctx.readMs);
        const cancel = (): void => giveUp('cancelled', {});
        signal.addEventListener('abort', cancel, { once: true });
        reading = {
          id,
          progress: on.progress,
          finish: (intake) => {
            clearTimeout(limit);
            signal.removeEventListener('abort', cancel);
            resolve(intake);
          },
        };
        (child ?? start()).post({ type: 'read', id, source, today: ctx.today() });
      });
    },
    stop: () => {
      stopped = true;
      if (idle !== null) clearTimeout(idle);
      if (reading !== null) giveUp('stopping', {});
      else end();
    },
  };
}
