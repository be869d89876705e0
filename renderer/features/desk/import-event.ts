import { PLANNING } from '../../../shared/words/planning';
import { toast } from '../../store/ui-store';
import { run } from './run';
import { speakNow } from './words';

/** The name of a file may be told up to this length; the rest says nothing. */
const LONGEST_NAME = 300;

/** Takes an event that another endpoint exported into the library. @returns whether it is there now */
export async function importEvent(file: File): Promise<boolean> {
  const words = speakNow();
  const { name } = file;
  const text = await file.text().catch(() => null);
  if (text === null) {
    toast('bad', words.say(PLANNING['file-lost'], { name }));
    return false;
  }
  const answer = await run({ type: 'library.import', name: name.slice(0, LONGEST_NAME), text });
  if (answer.ok) toast('ok', words.say(PLANNING.imported, { name }));
  return answer.ok;
}
