import { SCENE_ROLES } from '../../../shared/domain/scenes/scenes';
import { KEY_WORDS } from '../../../shared/words/keys';
import { OPERATOR, PRESETS } from '../../../shared/words/operator';
import type { Sentence, Values } from '../../../shared/words/words';

/**
 * Every key of the desk, in one table: the listener acts on it, the keys sheet and the manual are read from it.
 * `press` names the place on the keyboard (`KeyboardEvent.code`), so an input method or layout changes nothing.
 */
export interface KeyLine {
  readonly id: string;
  readonly group: keyof typeof KEY_WORDS & `group-${string}`;
  readonly press: readonly string[];
  /** What is printed on the keys. */
  readonly shown: readonly string[];
  readonly says: Sentence;
  /** Sentences in place of what stands in braces. */
  readonly inside: Readonly<Record<string, Sentence>>;
  /** Held down it repeats; the others act once per press. */
  readonly repeats: boolean;
}

const line = (
  group: KeyLine['group'],
  id: keyof typeof KEY_WORDS,
  press: readonly string[],
  shown: readonly string[],
  repeats = false,
): KeyLine => ({ id, group, press, shown, says: KEY_WORDS[id], inside: {}, repeats });

export const KEYS: readonly KeyLine[] = [
  line('group-timer', 'go', ['Space'], ['Space']),
  line('group-timer', 'pause', ['KeyP'], ['P']),
  line('group-timer', 'next', ['KeyN', 'ArrowRight'], ['N', '→']),
  line('group-timer', 'previous', ['ArrowLeft'], ['←']),
  line('group-timer', 'plus-1', ['Equal', 'Shift+Equal', 'NumpadAdd'], ['+']),
  line('group-timer', 'minus-1', ['Minus', 'NumpadSubtract'], ['−']),
  line('group-timer', 'plus-5', ['BracketRight'], [']']),
  line('group-timer', 'minus-5', ['BracketLeft'], ['[']),
  line('group-timer', 'stop', ['KeyX'], ['X']),
  line('group-timer', 'stop-agree', ['Shift+KeyX'], ['Shift+X']),
  line('group-agenda', 'up', ['ArrowUp'], ['↑'], true),
  line('group-agenda', 'down', ['ArrowDown'], ['↓'], true),
  line('group-agenda', 'load', ['KeyL', 'Enter'], ['L', 'Enter']),
  line('group-agenda', 'start-selected', ['Shift+Enter'], ['Shift+Enter']),
  line('group-stage', 'message', ['KeyM'], ['M']),
  line('group-stage', 'message-clear', ['KeyC'], ['C']),
  ...PRESETS.map(
    (preset, i): KeyLine => ({
      id: `message-${preset}`,
      group: 'group-stage',
      press: [`Shift+Digit${i + 1}`],
      shown: [`Shift+${i + 1}`],
      says: KEY_WORDS['preset-n'],
      inside: { text: OPERATOR[preset] },
      repeats: false,
    }),
  ),
  line('group-scenes', 'banner', ['F9', 'KeyB'], ['B', 'F9']),
  ...SCENE_ROLES.map(
    (role, i): KeyLine => ({
      id: `scene-${role}`,
      group: 'group-scenes',
      press: [`Digit${i + 1}`, `Numpad${i + 1}`],
      shown: [String(i + 1)],
      says: KEY_WORDS['scene-n'],
      inside: { scene: OPERATOR[`role-${role}`] },
      repeats: false,
    }),
  ),
  line('group-windows', 'plan', ['KeyV'], ['V']),
  line('group-windows', 'library', ['KeyH'], ['H']),
  line('group-windows', 'editing', ['KeyA'], ['A']),
  line('group-windows', 'obs', ['KeyO'], ['O']),
  line('group-windows', 'scanner', ['KeyQ'], ['Q']),
  line('group-windows', 'windows', ['KeyW'], ['W']),
  line('group-windows', 'checkin', ['KeyK'], ['K']),
  line('group-windows', 'log', ['KeyJ'], ['J']),
  line('group-windows', 'csv', ['KeyE'], ['E']),
  line('group-windows', 'pdf', ['Shift+KeyE'], ['Shift+E']),
  line('group-windows', 'sample', ['KeyS'], ['S']),
  line('group-windows', 'dismiss', ['KeyD'], ['D']),
  line('group-windows', 'language', ['KeyT'], ['T']),
  line('group-windows', 'keys', ['F1', 'Shift+Slash'], ['?', 'F1']),
  line('group-windows', 'close', ['Escape'], ['Esc']),
];

const byPress = new Map(KEYS.flatMap((k) => k.press.map((p) => [p, k] as const)));

/** The line for this key; null where it means nothing, or is meant for the system (Ctrl, Alt, Meta). */
export function keyLine(
  e: Pick<KeyboardEvent, 'code' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>,
): KeyLine | null {
  if (e.ctrlKey || e.altKey || e.metaKey) return null;
  return byPress.get(`${e.shiftKey ? 'Shift+' : ''}${e.code}`) ?? null;
}

/** The text of a line, whole. */
export function keyText(k: KeyLine, say: (s: Sentence, values?: Values) => string): string {
  return say(k.says, Object.fromEntries(Object.entries(k.inside).map(([name, sentence]) => [name, say(sentence)])));
}
