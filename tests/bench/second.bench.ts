import { setTimeout as sleep } from 'node:timers/promises';
import { figure, nextFigureChange } from '../../shared/domain/timer/figure';
import type { Run } from '../../shared/domain/timer/timer';
import { instant } from '../../shared/time/time';
import { type Driven, driveEmpty, mono } from './driven';
import { type Benches, inShort, lineOf, say } from './figures';
import { type HallPage, helloOf, withDay } from './hall-day';
import { type PaintsPage, watchPaints } from './paints';

/*
 * How far from the true second the MC's figure changes: the moment it was painted, carried over to hall time by round
 * trips to the main process, against the moment of hall time at which the domain says that this very figure begins.
 * Without a sign: too early is as wrong as too late. "Painted" is the task behind the frame (see paints.ts); a display
 * adds the same constant to both sides.
 *
 * The peer is the usual way, at the same time on the same screen: a bare page in the same runtime that sets a timeout
 * to its own clock's next second and writes the text.
 */

const SECONDS = 80;
const TRIPS = 60;

/** Hall time minus `mono`. */
async function hallClockOf(app: Driven, pageOffset: number): Promise<number> {
  const best = await app.page(
    '/stage/',
    async (trips) => {
      const { hall } = window as unknown as HallPage;
      let best = { took: Number.POSITIVE_INFINITY, offset: 0 };
      for (let i = 0; i < trips; i++) {
        const sent = performance.now();
        const there = await hall.clock();
        const took = performance.now() - sent;
        if (took < best.took) best = { took, offset: there - (sent + took / 2) };
      }
      return best;
    },
    TRIPS,
  );
  return best.offset - pageOffset;
}

/** Runs inside a page of the empty app: the usual countdown. */
function usualCountdown(): void {
  const element = document.querySelector('#text');
  const tick = (): void => {
    const now = performance.now();
    // a timeout may come a little early; the figure is the one that is meant
    if (element !== null) element.textContent = String(Math.round(now / 1000));
    const wait = 1000 - (now % 1000);
    setTimeout(tick, wait < 100 ? wait + 1000 : wait);
  };
  tick();
}

const paintsOf = (app: Driven, key: string) => app.page(key, () => (window as unknown as PaintsPage).paints, null);

function deviations(run: Run, paints: readonly { readonly text: string; readonly at: number }[], hall: number) {
  return paints.map(({ text, at }) => {
    const painted = at + hall;
    // the boundary of this figure, looked for from well before the paint
    let boundary = instant(painted - 1500);
    for (let i = 0; i < 4; i++) {
      const next = nextFigureChange(run, boundary);
      if (next === null) throw new Error('nothing counts down');
      if (figure(run, next).text === text) return painted - next;
      boundary = instant(next + 1);
    }
    throw new Error(`${text} was painted out of its time`);
  });
}

async function measure() {
  return withDay(['stage', 'slides', 'checkin'], async (app, screen) => {
    const empty = await driveEmpty(screen.display, { windows: 1 });
    try {
      await sleep(2000);
      const { run } = (await helloOf(app)).state.timer;
      if (run === null) throw new Error('nothing runs');
      await app.page('/stage/', watchPaints, '[data-testid="stage-figure"]');
      await empty.page('window=0', watchPaints, '#text');
      await empty.page('window=0', usualCountdown, null);
      const pageToMono = await app.clockOf('/stage/');
      const hallOverMono = await hallClockOf(app, pageToMono);
      const until = mono() + SECONDS * 1000;
      await sleep(until - mono());
      const signed = deviations(run, await paintsOf(app, '/stage/'), pageToMono + hallOverMono);
      const usual = (await paintsOf(empty, 'window=0')).slice(1).map(({ at, text }) => at - Number(text) * 1000);
      const moved = (await hallClockOf(app, await app.clockOf('/stage/'))) - hallOverMono;
      say(
        `second: ${inShort('stage, signed', signed)}; ${inShort('usual, signed', usual)}; clocks moved ${moved.toFixed(2)} ms`,
      );
      return { ours: signed.map(Math.abs), theirs: usual.map(Math.abs) };
    } finally {
      await empty.end();
    }
  });
}

const PEER = 'a bare page at the same time: setTimeout to its own clock’s next second, then textContent';

export const benches: Benches = {
  'second-boundary-stage': async () => {
    const { ours, theirs } = await measure();
    return lineOf('second-boundary-stage', 'ms', ours, PEER, theirs);
  },
};
