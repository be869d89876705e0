import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { AnswerParams } from '../../../shared/contract/commands';
import type { PlanInput, PlanIntake } from '../../../shared/contract/plan-api';
import type { DraftEvent } from '../../../shared/plan/draft';
import { PLANNING } from '../../../shared/words/planning';
import { openDialog, toast } from '../../store/ui-store';
import { importEvent } from '../desk/import-event';
import { speakNow } from '../desk/words';
import { beginReview, type ReviewAction, type ReviewState, review } from './review-state';

type Read = Extract<PlanIntake, { ok: true }>;

/** How far the document on the desk has come. It outlives the dialog, so that closing it loses nothing. */
export type Session =
  | { readonly phase: 'idle' }
  | { readonly phase: 'reading'; readonly name: string; readonly fraction: number }
  | { readonly phase: 'failed'; readonly name: string; readonly code: string; readonly params: AnswerParams }
  | { readonly phase: 'conversion'; readonly read: Read }
  | { readonly phase: 'review'; readonly read: Read; readonly review: ReviewState; readonly merging: boolean };

const store = createStore<{ readonly session: Session }>(() => ({ session: { phase: 'idle' } }));
const set = (session: Session): void => store.setState({ session });

export const useSession = (): Session => useStore(store, (s) => s.session);
export const session = (): Session => store.getState().session;

/** Every reading has a number; what comes of an older one is nobody's business any more. */
let current = 0;

const EVENT_FILE = /\.diemcau\.json$/i;

/** A file that was dropped or chosen: an event of another endpoint, or a document to read. */
export async function takeFile(file: File): Promise<void> {
  if (EVENT_FILE.test(file.name)) {
    if (await importEvent(file)) openDialog('library');
    return;
  }
  openDialog('plan');
  const mine = begin(file.name);
  const bytes = await file.arrayBuffer().then(
    (b) => new Uint8Array(b),
    () => null,
  );
  if (mine !== current) return;
  if (bytes === null) set({ phase: 'failed', name: file.name, code: 'file-lost', params: { name: file.name } });
  else await read(mine, { kind: 'file', name: file.name, bytes }, file.name);
}

/** Text that was pasted. */
export async function takeText(text: string): Promise<void> {
  openDialog('plan');
  const name = speakNow().say(PLANNING['pasted-name']);
  await read(begin(name), { kind: 'text', text }, name);
}

function begin(name: string): number {
  if (session().phase === 'reading') window.plans?.cancel();
  offerBack();
  set({ phase: 'reading', name, fraction: 0 });
  current++;
  return current;
}

async function read(mine: number, input: PlanInput, name: string): Promise<void> {
  const intake = await ask(mine, input);
  if (mine !== current) return;
  if (!intake.ok) set({ phase: 'failed', name, code: intake.code, params: intake.params });
  else if (intake.conversion !== null) set({ phase: 'conversion', read: intake });
  else look(intake);
}

async function ask(mine: number, input: PlanInput): Promise<PlanIntake> {
  if (window.plans === undefined) return { ok: false, code: 'not-connected', params: {} };
  try {
    return await window.plans.read(input, (fraction) => {
      const s = session();
      if (mine === current && s.phase === 'reading') set({ ...s, fraction: Math.max(s.fraction, fraction) });
    });
  } catch {
    return { ok: false, code: 'not-connected', params: {} };
  }
}

const look = (intake: Read): void =>
  set({ phase: 'review', read: intake, review: beginReview(intake.reading.draft), merging: false });

/** Ends the reading; the screen is back at the start at once, whatever the reader still does. */
export function cancelReading(): void {
  current++;
  window.plans?.cancel();
  set({ phase: 'idle' });
}

export function agreeToConversion(): void {
  const s = session();
  if (s.phase === 'conversion') look(s.read);
}

export function act(action: ReviewAction): void {
  const s = session();
  if (s.phase === 'review') set({ ...s, review: review(s.review, action) });
}

/** The draft of the review as it is at this moment; null outside of one. */
export function draftNow(): DraftEvent | null {
  const s = session();
  return s.phase === 'review' ? s.review.draft : null;
}

export function setMerging(merging: boolean): void {
  const s = session();
  if (s.phase === 'review') set({ ...s, merging });
}

/** Work on a document that another one takes the place of is not lost: for a while there is a way back. */
function offerBack(): void {
  const before = session();
  if (before.phase !== 'review' || before.review.past.length === 0) return;
  const words = speakNow();
  toast('info', words.say(PLANNING['another-put-away'], { name: before.read.name }), {
    label: words.say(PLANNING['another-back']),
    run: () => {
      if (session().phase === 'reading') window.plans?.cancel();
      current++;
      set(before);
      openDialog('plan');
    },
    testid: 'plan-back',
  });
}

/** Puts the document away for another one. */
export function putAway(): void {
  offerBack();
  forget();
}

/** The document is done with. */
export function forget(): void {
  current++;
  set({ phase: 'idle' });
}
