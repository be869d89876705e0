import './typed-field.css';

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly onChoose: (value: T) => void;
  readonly testid?: string;
}

/** A small list to choose one from. */
export function Choose<T extends string>({ label, value, options, onChoose, testid }: Props<T>) {
  return (
    <select
      className="choose"
      aria-label={label}
      title={label}
      value={value}
      data-testid={testid}
      onChange={(e) => {
        const chosen = options.find((o) => o.value === e.currentTarget.value);
        if (chosen !== undefined) onChoose(chosen.value);
      }}
    >
      {options.map((o) => (
        <option key={o.value} value={o.value}>
          {o.text}
        </option>
      ))}
    </select>
  );
}
