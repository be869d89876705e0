import fs from 'node:fs';
import path from 'node:path';

const LARGEST = 2 * 1024 * 1024;

/**
 * The app's own diary: lines with the wall time, in a file that is set aside once when it grows past 2 MB. A disk that
 * refuses costs the lines and nothing else; what matters for the day is in the journal.
 */
export function openFileLog(folder: string): (line: string) => void {
  const file = path.join(folder, 'app.log');
  let size = 0;
  try {
    fs.mkdirSync(folder, { recursive: true });
    size = fs.existsSync(file) ? fs.statSync(file).size : 0;
  } catch {
    // the console still has the lines
  }
  return (line) => {
    const text = `${new Date().toISOString()} ${line}\n`;
    process.stdout.write(text);
    if (size > LARGEST) {
      size = 0;
      fs.rename(file, `${file}.1`, () => undefined);
    }
    size += text.length;
    fs.appendFile(file, text, () => undefined);
  };
}
