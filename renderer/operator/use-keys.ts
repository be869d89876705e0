import { useEffect } from 'react';
import { SCENE_ROLES } from '../../shared/domain/scenes/scenes';
import { CHECKIN } from '../../shared/words/checkin';
import { OPERATOR, PRESETS } from '../../shared/words/operator';
import * as act from '../features/desk/actions';
import { isTyping } from '../features/desk/is-typing';
import { run } from '../features/desk/run';
import { speakNow } from '../features/desk/words';
import { type KeyLine, keyLine } from '../features/keys/keys';
import { WEDGE_GAP_MS, Wedge } from '../features/wedge/wedge';
import { mirror } from '../store/hall-store';
import { askStop, closeDialog, dismissAll, openDialog, setMenu, toast, ui } from '../store/ui-store';

export const MESSAGE_FIELD = 'message-field';

const ACTIONS: Readonly<Record<string, () => void>> = {
  go: act.go,
  pause: act.pauseOrResume,
  next: act.next,
  previous: act.previous,
  'plus-1': () => act.addMinutes(1),
  'minus-1': () => act.addMinutes(-1),
  'plus-5': () => act.addMinutes(5),
  'minus-5': () => act.addMinutes(-5),
  stop: act.wishToStop,
  // before the question it only asks it
  'stop-agree': () => (ui().stopAsked ? act.stop() : act.wishToStop()),
  up: () => act.moveSelection(-1),
  down: () => act.moveSelection(1),
  load: () => act.load(ui().selected),
  'start-selected': act.startSelected,
  message: () => document.getElementById(MESSAGE_FIELD)?.focus(),
  'message-clear': act.clearMessage,
  banner: () => void act.cutToBanner(),
  ...Object.fromEntries(SCENE_ROLES.map((role) => [`scene-${role}`, () => void act.show(role)])),
  ...Object.fromEntries(
    PRESETS.map((preset) => [`message-${preset}`, () => void act.sayToStage(speakNow().say(OPERATOR[preset]))]),
  ),
  plan: () => openDialog('plan'),
  library: () => openDialog('library'),
  editing: () => openDialog('editing'),
  obs: () => openDialog('obs'),
  scanner: () => openDialog('scanner'),
  windows: () => openDialog('windows'),
  checkin: act.openCheckin,
  log: () => openDialog('log'),
  csv: () => void act.exportPaper('csv'),
  pdf: () => void act.exportPaper('pdf'),
  sample: () => openDialog('sample'),
  dismiss: dismissAll,
  language: act.switchLanguage,
  keys: () => openDialog('keys'),
  close: () => {
    askStop(false);
    setMenu(false);
    closeDialog();
  },
};

/** What there is to do before any event is open. */
const BEFORE_ANY_EVENT: readonly string[] = ['language', 'plan', 'library', 'keys'];

/** These have no letter, so no badge reader types them first: they act without waiting. */
const atOnce = (code: string): boolean =>
  code === 'Space' || !/^(Key|Digit|Numpad|Minus|Equal|Bracket|Slash)/.test(code);

/**
 * The keys of the desk. Taken in the capture phase, before any dialog or field, because F9 must work from everywhere.
 * A badge reader that acts as a keyboard types into this window too: its burst is told apart and becomes a scan, so
 * that the digits of a badge never switch scenes. Keys with a letter therefore act 55 ms after the press.
 */
export function useKeys(): void {
  useEffect(() => {
    const wedge = new Wedge();
    let held: ReturnType<typeof setTimeout> | undefined;

    const onKey = (e: KeyboardEvent): void => {
      const k = keyLine(e);
      if (e.code === 'F9') {
        e.preventDefault();
        e.stopPropagation();
        if (!e.repeat) act.cutToBanner();
        return;
      }
      if (isTyping(e.target)) {
        if (e.code === 'Escape' && ui().dialog === null && e.target instanceof HTMLElement) e.target.blur();
        return;
      }
      if (!e.repeat) {
        const read = wedge.feed({ code: e.code, key: e.key, shift: e.shiftKey, at: e.timeStamp });
        if (read.kind !== 'none' && read.kind !== 'first') {
          clearTimeout(held);
          e.preventDefault();
          e.stopPropagation();
          const words = speakNow();
          if (read.kind === 'code')
            void run({ type: 'checkin.code', text: read.text, door: words.say(OPERATOR['door-desk']) });
          if (read.kind === 'spoiled') toast('bad', words.say(CHECKIN['turn-off-ime']));
          if (read.kind === 'too long') toast('bad', words.say(CHECKIN['wedge-too-long']));
          return;
        }
      }
      if (k === null) return;
      perform(e, k);
    };

    const perform = (e: KeyboardEvent, k: KeyLine): void => {
      const dialog = ui().dialog !== null;
      const covered = dialog || mirror().state?.plan === null;
      // with a dialog open only the banner and the way out act; Enter and arrows belong to what has the focus
      if (covered && k.id !== 'banner' && k.id !== 'close' && (dialog || !BEFORE_ANY_EVENT.includes(k.id))) return;
      if (e.code === 'Enter' && isButton(e.target)) return;
      if (e.repeat && !k.repeats) {
        e.preventDefault();
        return;
      }
      // a focused button must not be pressed by the space bar that means "go"
      e.preventDefault();
      const action = ACTIONS[k.id];
      if (action === undefined) return;
      clearTimeout(held);
      if (atOnce(e.code)) action();
      else held = setTimeout(action, WEDGE_GAP_MS + 5);
    };

    // a button that was clicked would be pressed again by the Enter that means "load"; one reached with Tab may be
    const onClick = (e: MouseEvent): void => {
      if (e.detail > 0 && ui().dialog === null && isButton(e.target) && document.activeElement instanceof HTMLElement)
        document.activeElement.blur();
    };

    window.addEventListener('keydown', onKey, true);
    window.addEventListener('click', onClick);
    return () => {
      clearTimeout(held);
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('click', onClick);
    };
  }, []);
}

/** The icon of a button is its button too. */
const isButton = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button') !== null;
