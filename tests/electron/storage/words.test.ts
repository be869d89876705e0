import { expect, it } from 'vitest';
import type { JournalCode } from '../../../electron/storage/journal';
import { STORAGE } from '../../../shared/words/storage';

/** Held by the compiler: a code without a sentence does not compile. */
const EVERY_CODE = {
  'disk-full': 0,
  'read-only': 0,
  'no-folder': 0,
  corrupt: 0,
  moved: 0,
  locked: 0,
  newer: 0,
  gone: 0,
  timeout: 0,
  'seq-taken': 0,
  gap: 0,
  ahead: 0,
  closed: 0,
  io: 0,
} satisfies Record<JournalCode, 0>;

it('every refusal of the journal has a sentence in both languages', () => {
  for (const code of Object.keys(EVERY_CODE) as JournalCode[]) {
    expect(STORAGE[code].vi).not.toBe('');
    expect(STORAGE[code].en).not.toBe('');
  }
});
