import { useState } from 'react';
import { LONGEST_MESSAGE } from '../../../shared/domain/stage/stage';
import { OPERATOR } from '../../../shared/words/operator';
import { useMirror } from '../../store/hall-store';
import { Button } from '../../ui/button';
import { clearMessage } from '../desk/actions';
import { run } from '../desk/run';
import { useWords } from '../desk/words';
import './message.css';

const PRESETS = ['preset-1', 'preset-2', 'preset-3', 'preset-4'] as const;

/** A word to the stage: typed, or one of four that are always needed in a hurry. */
export function MessagePanel({ fieldId }: { readonly fieldId: string }) {
  const words = useWords();
  const shown = useMirror((m) => m.state?.message?.text ?? null);
  const [text, setText] = useState('');
  const sendText = async (what: string): Promise<void> => {
    if (what.trim() === '') return;
    const answer = await run({ type: 'message.show', text: what });
    if (answer.ok) setText('');
  };
  return (
    <section className="panel message" data-shown={shown !== null} aria-label={words.say(OPERATOR['message-title'])}>
      <div className="message-on" data-testid="message-on">
        <span className="now-label">
          {words.say(shown === null ? OPERATOR['message-title'] : OPERATOR['message-on'])}
        </span>
        {shown === null ? null : <b title={shown}>{shown}</b>}
        <Button small testid="message-clear" data-quiet={shown === null} shortcut="C" onClick={clearMessage}>
          {words.say(OPERATOR['message-clear'])}
        </Button>
      </div>
      <form
        className="message-form"
        onSubmit={(e) => {
          e.preventDefault();
          void sendText(text);
        }}
      >
        <input
          id={fieldId}
          data-testid="message-input"
          value={text}
          maxLength={LONGEST_MESSAGE}
          placeholder={words.say(OPERATOR['message-placeholder'])}
          aria-label={words.say(OPERATOR['message-title'])}
          onChange={(e) => setText(e.currentTarget.value)}
        />
        <Button type="submit" testid="message-send" shortcut="M ⏎" disabled={text.trim() === ''}>
          {words.say(OPERATOR['message-send'])}
        </Button>
      </form>
      <div className="message-presets">
        {PRESETS.map((id) => (
          <Button key={id} small testid={`message-${id}`} onClick={() => void sendText(words.say(OPERATOR[id]))}>
            {words.say(OPERATOR[id])}
          </Button>
        ))}
      </div>
    </section>
  );
}
