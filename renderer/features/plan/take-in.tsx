import { useRef, useState } from 'react';
import { INTAKE } from '../../../shared/words/intake';
import { PLANNING } from '../../../shared/words/planning';
import { sayCode } from '../../../shared/words/words';
import { Button } from '../../ui/button';
import { useFirstFocus } from '../../ui/first-focus';
import { refusalWords } from '../desk/areas';
import { useWords } from '../desk/words';
import { agreeToConversion, cancelReading, forget, type Session, takeFile, takeText } from './session';

/** What the reader takes, and what people often have instead: that it names, and says what to do with it. */
const ACCEPTS = '.docx,.doc,.pdf,.xlsx,.xls,.csv,.txt,.md,.json';

/** The start: choose a file or paste; also where a refusal is read, so that the next try is at hand. */
export function TakeIn({ failed }: { readonly failed: Extract<Session, { phase: 'failed' }> | null }) {
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  useFirstFocus(box);
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  return (
    <div className="dialog plan-take-in" ref={box}>
      {failed === null ? null : (
        <div className="plan-error" data-testid="plan-error" data-code={failed.code} role="alert">
          <b>{words.say(PLANNING['not-read'], { name: failed.name })}</b>
          <span>
            {sayCode({ ...refusalWords(), ...PLANNING, ...INTAKE }, failed.code, words.language, failed.params)}
          </span>
        </div>
      )}
      <p className="dialog-help">{words.say(PLANNING['plan-about'])}</p>
      <input
        ref={file}
        type="file"
        hidden
        accept={ACCEPTS}
        data-testid="plan-file"
        onChange={(e) => {
          const chosen = e.currentTarget.files?.[0];
          // the same file may be chosen again after it was mended
          if (chosen !== undefined) void takeFile(chosen);
          e.currentTarget.value = '';
        }}
      />
      <Button look="gold" testid="plan-choose" data-autofocus onClick={() => file.current?.click()}>
        {words.say(PLANNING['choose-file'])}
      </Button>
      <label className="plan-paste-label">
        {words.say(PLANNING['paste-label'])}
        <textarea
          data-testid="plan-paste"
          rows={9}
          value={text}
          spellCheck={false}
          onChange={(e) => setText(e.currentTarget.value)}
        />
      </label>
      <div className="dialog-buttons">
        <Button testid="plan-paste-read" disabled={text.trim() === ''} onClick={() => void takeText(text)}>
          {words.say(PLANNING['paste-read'])}
        </Button>
      </div>
    </div>
  );
}

/** How far the reader is, and the way out. */
export function Reading({ session }: { readonly session: Extract<Session, { phase: 'reading' }> }) {
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  useFirstFocus(box);
  const percent = Math.round(session.fraction * 100);
  return (
    <div className="dialog plan-take-in" ref={box}>
      <p>{words.say(PLANNING.reading, { name: session.name })}</p>
      <progress data-testid="plan-progress" max={100} value={percent} aria-label={`${percent} %`} />
      <div className="dialog-buttons">
        <Button testid="plan-cancel" data-autofocus onClick={cancelReading}>
          {words.say(PLANNING.cancel)}
        </Button>
      </div>
    </div>
  );
}

/** A text in an old encoding, before and after, to be agreed to. */
export function Conversion({ session }: { readonly session: Extract<Session, { phase: 'conversion' }> }) {
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  useFirstFocus(box);
  const conversion = session.read.conversion;
  if (conversion === null) return null;
  // no other encoding, only some of its letters are lost
  const damaged = conversion.from === 'UTF-8';
  return (
    <div className="dialog plan-take-in" data-testid="plan-conversion" ref={box}>
      <h3>{words.say(PLANNING[damaged ? 'conversion-damaged' : 'conversion-title'], { from: conversion.from })}</h3>
      <p className="dialog-help">{words.say(PLANNING[damaged ? 'conversion-damaged-about' : 'conversion-about'])}</p>
      <div className="plan-conversion">
        {damaged ? null : (
          <figure>
            <figcaption>{words.say(PLANNING['conversion-before'])}</figcaption>
            <pre>{conversion.before}</pre>
          </figure>
        )}
        <figure>
          <figcaption>{words.say(PLANNING[damaged ? 'conversion-damaged-at' : 'conversion-after'])}</figcaption>
          <pre>{conversion.after}</pre>
        </figure>
      </div>
      <div className="dialog-buttons">
        <Button testid="plan-conversion-refuse" onClick={forget}>
          {words.say(PLANNING['conversion-refuse'])}
        </Button>
        <Button look="gold" testid="plan-conversion-agree" data-autofocus onClick={agreeToConversion}>
          {words.say(PLANNING['conversion-agree'])}
        </Button>
      </div>
    </div>
  );
}
