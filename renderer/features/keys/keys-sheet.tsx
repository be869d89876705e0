import { KEY_WORDS } from '../../../shared/words/keys';
import { OPERATOR } from '../../../shared/words/operator';
import { Kbd } from '../../ui/button';
import { useWords } from '../desk/words';
import { KEYS, keyText } from './keys';

export function KeysSheet() {
  const words = useWords();
  const groups = [...new Set(KEYS.map((k) => k.group))];
  return (
    <div className="dialog" data-testid="keys-sheet">
      <p className="dialog-help">{words.say(OPERATOR['keys-about'])}</p>
      <div className="keys-sheet">
        {groups.map((group) => (
          <section key={group}>
            <h3>{words.say(KEY_WORDS[group])}</h3>
            <dl>
              {KEYS.filter((k) => k.group === group).map((k) => (
                <KeyRow key={k.id} shown={k.shown} text={keyText(k, words.say)} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </div>
  );
}

function KeyRow({ shown, text }: { readonly shown: readonly string[]; readonly text: string }) {
  return (
    <>
      <dt>
        {shown.map((s) => (
          <Kbd key={s}>{s}</Kbd>
        ))}
      </dt>
      <dd>{text}</dd>
    </>
  );
}
