// `npm run setup`: brings in what the tests use, or prints the one line to type.
import { ensurePackages, isDebian, testPackages } from './debian.mjs';

/** @param {string} sentence */
const say = (sentence) => process.stderr.write(`${sentence}\n`);

if (!isDebian()) {
  say('Máy này không dùng apt. Kiểm thử cần / This system has no apt. The tests need:');
  say(`  ${testPackages.join(' ')}`);
  process.exitCode = 1;
} else if (!(await ensurePackages(testPackages, say))) process.exitCode = 1;
