import { useRef, useState } from 'react';
import { LONGEST_MESSAGE } from '../../../shared/domain/stage/stage';
import { OPERATOR, PRESETS } from '../../../shared/words/operator';
import { useMirror } from '../../store/hall-store';
import { Button } from '../../ui/button';
import { clearMessage, sayToStage } from '../desk/actions';
import { useWords } from '../desk/words';
import './message.css';

/** A word to the stage: typed, or one of four that are always needed in a hurry. */
export function MessagePanel({ fieldId }: { readonly fieldId: string }) {
  const words = useWords();
  const shown = useMirror((m) => m.state?.message?.text ?? null);
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const sendTyped = async (): Promise<void> => {
    if (text.trim() === '') return;
    const answer = await sayToStage(text);
    if (!answer.ok) return;
    setText('');
    // the next key is meant for the desk again, not for this field
    field.current?.blur();
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
          void sendTyped();
        }}
      >
        <input
          ref={field}
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
        {PRESETS.map((id, i) => (
          <Button
            key={id}
            small
            testid={`message-${id}`}
            shortcut={`⇧${i + 1}`}
            onClick={() => void sayToStage(words.say(OPERATOR[id]))}
          >
            <span className="message-preset">{words.say(OPERATOR[id])}</span>
          </Button>
        ))}
      </div>
    </section>
  );
}
