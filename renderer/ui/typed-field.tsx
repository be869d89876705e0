import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import './typed-field.css';

interface Props {
  /** What is there now, as text. */
  readonly value: string;
  /** Called when the field is left, or Enter pressed, with another text. @returns the sentence of what is wrong, or null. */
  readonly onCommit: (text: string) => string | null;
  readonly onType?: (text: string) => void;
  readonly onFocus?: () => void;
  readonly label: string;
  /** The label stands above the field; without, it is only told to a reader. */
  readonly labelled?: boolean;
  readonly about?: string;
  /** Grows with its text; Enter still commits, since none of these texts has lines. */
  readonly grows?: boolean;
  readonly placeholder?: string;
  readonly className?: string;
  readonly testid?: string;
}

/**
 * A field whose text counts once it is left: one change, one step of undo. Escape gives the old text back, and does
 * not close the dialog around it.
 */
export function TypedField({
  value,
  onCommit,
  onType,
  onFocus,
  label,
  labelled = false,
  about,
  grows = false,
  ...rest
}: Props) {
  const id = useId();
  const box = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const shown = typed ?? value;
  useAutoHeight(box, grows, shown);
  // the text under the field changed (undo, another choice): what was typed before is out of date
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the value counts
  useEffect(() => {
    setTyped(null);
    setFault(null);
  }, [value]);
  const commit = (): void => {
    if (typed === null) return;
    if (typed.trim() === value) {
      setTyped(null);
      setFault(null);
      return;
    }
    const wrong = onCommit(typed.trim());
    setFault(wrong);
    // until the new value comes back the typed one stays in sight
    if (wrong === null && typed.trim() === '') setTyped(null);
  };
  const onKey = (e: KeyboardEvent): void => {
    if (e.nativeEvent.isComposing) return;
    if (e.key === 'Enter') {
      e.preventDefault();
      commit();
    }
    if (e.key === 'Escape' && typed !== null) {
      setTyped(null);
      setFault(null);
      onType?.(value);
    }
  };
  const props = {
    id,
    ref: box,
    value: shown,
    placeholder: rest.placeholder,
    'data-testid': rest.testid,
    'data-dirty': typed !== null && typed !== value,
    'data-mantine-stop-propagation': 'true',
    'aria-label': labelled ? undefined : label,
    'aria-invalid': fault !== null,
    'aria-describedby': fault === null ? undefined : `${id}-fault`,
    spellCheck: false,
    maxLength: 2000,
    onChange: (e: { readonly currentTarget: { readonly value: string } }) => {
      const text = e.currentTarget.value.replace(/\s*\n\s*/g, ' ');
      setTyped(text);
      onType?.(text);
    },
    onBlur: commit,
    onFocus,
    onKeyDown: onKey,
  };
  return (
    <div className={`typed ${rest.className ?? ''}`}>
      {labelled ? (
        <label htmlFor={id}>
          {label}
          {about === undefined ? null : <small>{about}</small>}
        </label>
      ) : null}
      {grows ? <textarea rows={1} {...props} /> : <input type="text" {...props} />}
      {fault === null ? null : (
        <span className="typed-fault" id={`${id}-fault`} role="alert">
          {fault}
        </span>
      )}
    </div>
  );
}

function useAutoHeight(box: { readonly current: HTMLElement | null }, grows: boolean, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is what the height depends on
  useLayoutEffect(() => {
    const field = box.current;
    if (field === null || !grows) return;
    const setHeight = (): void => {
      field.style.height = 'auto';
      field.style.height = `${field.scrollHeight + 2}px`;
    };
    setHeight();
    // a narrower column breaks the text into more lines
    let width = field.clientWidth;
    const seen = new ResizeObserver(() => {
      if (field.clientWidth === width) return;
      width = field.clientWidth;
      setHeight();
    });
    seen.observe(field);
    return () => seen.disconnect();
  }, [grows, text]);
}
