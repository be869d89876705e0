import type { ButtonHTMLAttributes, ReactNode } from 'react';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'plain' | 'gold' | 'lacquer' | 'outline-bad' | 'bare';
  readonly small?: boolean;
  /** The key that does the same, shown on the button. */
  readonly shortcut?: string;
  readonly icon?: ReactNode;
  readonly testid?: string;
}

export function Button({ look = 'plain', small = false, shortcut, icon, testid, className, children, ...rest }: Props) {
  const classes = ['btn', look === 'plain' ? '' : `btn--${look}`, small ? 'btn--small' : '', className ?? ''];
  return (
    <button type="button" {...rest} className={classes.filter((c) => c !== '').join(' ')} data-testid={testid}>
      {icon}
      {children}
      {shortcut === undefined ? null : <Kbd>{shortcut}</Kbd>}
    </button>
  );
}

export function Kbd({ children }: { readonly children: ReactNode }) {
  return (
    <span className="kbd" aria-hidden="true">
      {children}
    </span>
  );
}
