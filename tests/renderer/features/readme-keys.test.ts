import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { KEYS, keyText } from '../../../renderer/features/keys/keys';
import { KEY_WORDS } from '../../../shared/words/keys';
import { type Language, say } from '../../../shared/words/words';

const README = path.resolve(import.meta.dirname, '../../../README.md');
const text = (language: Language) => (k: (typeof KEYS)[number]) => keyText(k, (s, v) => say(s, language, v ?? {}));

/** The table of the manual, made from the keys that the desk listens to. */
function table(): string {
  const groups = [...new Set(KEYS.map((k) => k.group))];
  const rows = groups.flatMap((g) => [
    `| **${KEY_WORDS[g].vi}** | | *${KEY_WORDS[g].en}* |`,
    ...KEYS.filter((k) => k.group === g).map(
      (k) => `| ${k.shown.map((s) => `\`${s}\``).join(' ')} | ${text('vi')(k)} | ${text('en')(k)} |`,
    ),
  ]);
  return ['| phím / key | tiếng Việt | English |', '| --- | --- | --- |', ...rows].join('\n');
}

it('the manual lists every key of the desk, in both languages, and no other', () => {
  const file = fs.readFileSync(README, 'utf8');
  const there = /<!-- keys -->\n([\s\S]*?)\n?<!-- \/keys -->/.exec(file)?.[1] ?? '';
  if (process.env.DIEMCAU_SHOTS === 'readme')
    fs.writeFileSync(
      README,
      file.replace(/<!-- keys -->[\s\S]*<!-- \/keys -->/, () => `<!-- keys -->\n${table()}\n<!-- /keys -->`),
    );
  else expect(there).toBe(table());
});
