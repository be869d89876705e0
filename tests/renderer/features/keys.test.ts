import { describe, expect, it } from 'vitest';
import { KEYS, keyLine, keyText } from '../../../renderer/features/keys/keys';
import { say } from '../../../shared/words/words';

const press = (code: string, shiftKey = false, ctrlKey = false) =>
  keyLine({ code, shiftKey, ctrlKey, altKey: false, metaKey: false })?.id ?? null;

describe('the table of keys', () => {
  it('gives no key two meanings', () => {
    const all = KEYS.flatMap((k) => k.press);
    expect(new Set(all).size).toBe(all.length);
  });

  it('shows and says every line in both languages', () => {
    for (const k of KEYS) {
      expect(k.shown.length).toBeGreaterThan(0);
      for (const language of ['vi', 'en'] as const)
        expect(keyText(k, (s, v) => say(s, language, v))).not.toMatch(/[{}]/);
    }
  });

  it('never lets one key stop the timer', () => {
    expect(press('Escape')).toBe('close');
    expect(press('KeyX')).toBe('stop');
  });

  it('leaves combinations with Ctrl to the system', () => {
    expect(press('KeyC', false, true)).toBeNull();
    expect(press('KeyE')).toBe('csv');
    expect(press('KeyE', true)).toBe('pdf');
  });
});
