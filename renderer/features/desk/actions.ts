import type { Answer } from '../../../shared/contract/commands';
import type { SegmentId } from '../../../shared/domain/agenda/agenda';
import type { SceneRole } from '../../../shared/domain/scenes/scenes';
import { duration, MINUTE } from '../../../shared/time/time';
import { OPERATOR } from '../../../shared/words/operator';
import { mirror } from '../../store/hall-store';
import { askStop, select, toast, ui } from '../../store/ui-store';
import { run } from './run';
import { speakNow } from './words';

/** What the desk can do, once for its key and its button. */

const timer = () => mirror().state?.timer ?? null;

export function startOrResume(): void {
  const t = timer();
  // without a loaded item the hall would take this as "run it again from the top", which nobody wants by accident
  if (t?.loaded === null && t.run !== null && t.run.pausedAt === null) {
    toast('info', speakNow().say(OPERATOR['already-running']));
    return;
  }
  void run({ type: 'timer.start', segmentId: null });
}

export function pauseOrResume(): void {
  const paused = timer()?.run?.pausedAt ?? null;
  void run({ type: paused === null ? 'timer.pause' : 'timer.resume' });
}

/** The one key for go: starts what is loaded or next, and otherwise toggles the pause. */
export function go(): void {
  const t = timer();
  if (t !== null && t.loaded === null && t.run !== null) pauseOrResume();
  else startOrResume();
}

export const next = (): void => void run({ type: 'timer.next' });
export const previous = (): void => void run({ type: 'timer.previous' });
export const addMinutes = (n: number): void => void run({ type: 'timer.add', ms: duration(n * MINUTE) });
export const startSegment = (segmentId: SegmentId): void => void run({ type: 'timer.start', segmentId });

/** Asks before it stops what is there to be stopped; the hall says why there is nothing. */
export function wishToStop(): void {
  const t = timer();
  if (t?.run === null && t.loaded === null) stop();
  else askStop(!ui().stopAsked);
}

export function stop(): void {
  askStop(false);
  void run({ type: 'timer.stop' });
}

export function load(segmentId: SegmentId | null): void {
  if (segmentId === null) toast('info', speakNow().say(OPERATOR['nothing-selected']));
  else void run({ type: 'timer.load', segmentId });
}

/** Starts the row that is selected; the one that runs is not run again from the top by a key. */
export function startSelected(): void {
  const segmentId = ui().selected;
  if (segmentId === null) toast('info', speakNow().say(OPERATOR['nothing-selected']));
  else if (segmentId === timer()?.run?.segmentId) toast('info', speakNow().say(OPERATOR['already-running']));
  else startSegment(segmentId);
}

/** Moves the selection of the agenda; from nothing it begins at what is on or next. */
export function moveSelection(by: 1 | -1): void {
  const state = mirror().state;
  const segments = state?.plan?.segments ?? [];
  const from = ui().selected ?? state?.timer.loaded ?? state?.timer.run?.segmentId ?? null;
  const at = segments.findIndex((s) => s.id === from);
  const to = at < 0 ? 0 : Math.min(segments.length - 1, Math.max(0, at + by));
  select(segments[to]?.id ?? null);
}

/** Calls for a scene, and says where it went if OBS can't show it. @returns whether it went where it belongs */
export async function show(role: SceneRole): Promise<boolean> {
  const answer = await run({ type: 'scene.show', role });
  const live = mirror().live;
  if (!answer.ok || live?.obs.link === 'linked') return answer.ok;
  const words = speakNow();
  const scene = words.say(OPERATOR[`role-${role}`]);
  const slides = live?.windows.find((w) => w.role === 'slides')?.state ?? 'closed';
  if (slides === 'windowed' || slides === 'fullscreen') {
    if (role === 'feed' || role === 'hall') {
      toast('info', words.say(OPERATOR['scene-needs-obs'], { scene }));
      return false;
    }
    // a hall that does without OBS has its picture where it expects it
    if (live?.obs.link === 'off') return true;
    toast('info', words.say(OPERATOR['scene-on-slides'], { scene }));
  } else toast('bad', words.say(OPERATOR['scene-nowhere'], { scene }));
  return false;
}

/** The one key that always answers, also where the OBS panel is covered by a dialog. */
export async function cutToBanner(): Promise<void> {
  if (await show('banner')) toast('ok', speakNow().say(OPERATOR['banner-said']));
}

export const sayToStage = (text: string): Promise<Answer> => run({ type: 'message.show', text });

export async function exportPaper(format: 'csv' | 'pdf'): Promise<void> {
  const words = speakNow();
  toast('info', words.say(OPERATOR['paper-making']));
  const answer = await run({ type: 'paper.make', paper: 'attendance', format });
  if (!answer.ok) return;
  toast('ok', words.say(OPERATOR['paper-made'], { path: answer.path ?? '' }), {
    label: words.say(OPERATOR['paper-reveal']),
    run: () => void run({ type: 'paper.reveal', format }),
  });
}

export const openCheckin = (): void => void run({ type: 'window.open', role: 'checkin', displayId: null });
export const clearMessage = (): void => void run({ type: 'message.clear' });
export const switchLanguage = (): void =>
  void run({ type: 'language.set', language: (mirror().live?.desk.language ?? 'vi') === 'vi' ? 'en' : 'vi' });
