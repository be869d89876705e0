// Loaded into an app's main process with `-r`, before the app itself: takes functions from standard input, one a line,
// runs them there and writes what they gave to standard output. Nothing of it is in the app that is measured, and no
// debugger is attached, which would cost time and memory of its own.
'use strict';
const electron = require('electron');
const readline = require('node:readline');

/** Told apart from what the app itself writes. */
const MARK = '@probe ';

async function run({ id, code, arg }) {
  try {
    const value = await new Function('electron', 'arg', `return (${code})(electron, arg);`)(electron, arg);
    return { id, value };
  } catch (error) {
    return { id, error: String(error?.stack ?? error) };
  }
}

readline.createInterface({ input: process.stdin }).on('line', (line) => {
  void run(JSON.parse(line)).then((answer) => process.stdout.write(`${MARK}${JSON.stringify(answer)}\n`));
});
