import type { ReactNode } from 'react';

interface Props {
  readonly title: ReactNode;
  /** What stands at the right end of the heading. */
  readonly end?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Panel({ title, end, className, children }: Props) {
  return (
    <section className={className === undefined ? 'panel' : `panel ${className}`}>
      <header className="panel-head">
        <h2>{title}</h2>
        <div className="panel-head-end">{end}</div>
      </header>
      {children}
    </section>
  );
}
