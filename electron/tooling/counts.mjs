// Adds up what the runners report.

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Counts} */
export const NONE = { passed: 0, failed: 0, skipped: 0 };

/** @param {boolean} went @returns {Counts} a step that is one check by itself */
export const asOne = (went) => ({ passed: went ? 1 : 0, failed: went ? 0 : 1, skipped: 0 });

/** @param {readonly Counts[]} parts @returns {Counts} */
export const sum = (parts) =>
  parts.reduce(
    (all, part) => ({
      passed: all.passed + part.passed,
      failed: all.failed + part.failed,
      skipped: all.skipped + part.skipped,
    }),
    NONE,
  );

/**
 * Reads vitest's JSON report.
 *
 * What the report does not show must not be lost: a file that could not be loaded has no tests in it and counts as one
 * failure, and so does a run that ended badly although every test it tells of went well, or that left no report.
 * @param {string | null} text the report; null when there is none
 * @param {number} exitCode how the runner ended
 * @returns {Counts}
 */
export function countVitest(text, exitCode) {
  const report = parse(text);
  if (report === null) return asOne(false);
  const unloaded = (report.testResults ?? []).filter(
    (file) => file.status === 'failed' && !(file.assertionResults ?? []).some((test) => test.status === 'failed'),
  ).length;
  const failed = (report.numFailedTests ?? 0) + unloaded;
  return {
    passed: report.numPassedTests ?? 0,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  };
}

/**
 * @typedef {object} VitestReport
 * @property {number} [numPassedTests]
 * @property {number} [numFailedTests]
 * @property {number} [numPendingTests]
 * @property {number} [numTodoTests]
 * @property {{ status?: string, assertionResults?: { status?: string }[] }[]} [testResults]
 */

/** @param {string | null} text @returns {VitestReport | null} */
function parse(text) {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    // cut off in the middle when the time limit ended the runner
    return null;
  }
}

/** @param {Counts} counts @returns {string} the last line of a test run */
export const lastLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** @param {Counts} counts @returns {number} exit code: a run in which nothing ran has shown nothing */
export const exitCodeFor = ({ passed, failed }) => (failed > 0 || passed === 0 ? 1 : 0);
