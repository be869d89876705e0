/*
 * `npm run --silent plan -- FILE`: what the app would take from a document, as JSON on standard output. It reads in a
 * process of its own and within the same limits as the app.
 */
import { join } from 'node:path';
import { toAnswer } from '../../shared/plan/answer';
import { INTAKE } from '../../shared/words/intake';
import { FINDINGS } from '../../shared/words/plan';
import { sayCode, type Values, type Words } from '../../shared/words/words';
import { forkedChild } from '../processes/forked-child';
import { createPlanReader, READER_LIMITS } from './index';

const USAGE = 'Cách dùng / Usage: npm run --silent plan -- TỆP/FILE';

async function main(args: readonly string[]): Promise<number> {
  const [path] = args;
  if (path === undefined || args.length !== 1) {
    process.stderr.write(`${USAGE}\n`);
    return 1;
  }
  const reader = createPlanReader({
    // libraries talk about odd files
    spawn: () => forkedChild(join(__dirname, 'plan-process.cjs'), { args: [], env: process.env, stderr: 'ignore' }),
    // the same file gives the same answer next year
    today: () => null,
    log: (line) => process.stderr.write(`${line}\n`),
    ...READER_LIMITS,
  });
  try {
    const intake = await reader.read(
      { kind: 'path', path },
      { progress: () => undefined },
      new AbortController().signal,
    );
    if (intake.ok) {
      for (const { code, params } of intake.notices) process.stderr.write(`${sentence(INTAKE, code, params)}\n`);
      for (const { id, code, params } of intake.reading.findings)
        if (id.startsWith('intake-')) process.stderr.write(`${sentence(FINDINGS, code, params)}\n`);
      process.stdout.write(`${JSON.stringify(toAnswer(intake.reading), null, 2)}\n`);
      return 0;
    }
    process.stderr.write(`${sentence(INTAKE, intake.code, intake.params)}\n`);
    return 1;
  } finally {
    reader.stop();
  }
}

/** Whoever calls it may speak either language. */
const sentence = (words: Words, code: string, params: Values): string =>
  (['vi', 'en'] as const).map((language) => sayCode(words, code, language, params)).join(' / ');

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
