import type { Answer, Command } from '../../../shared/contract/commands';
import { OPERATOR } from '../../../shared/words/operator';
import { send } from '../../store/hall-store';
import { toast } from '../../store/ui-store';
import { speakNow } from './words';

/**
 * Sends a command and says what came of it where the screen would not show it by itself: every refusal, and
 * everything that was done but is not on disk yet.
 */
export async function run(command: Command): Promise<Answer> {
  const answer = await send(command);
  const words = speakNow();
  if (!answer.ok) toast('bad', words.refusal(answer.code, answer.params));
  else if (!answer.saved) toast('info', words.say(OPERATOR['notice-not-saved']));
  return answer;
}
