import { Component, type ReactNode } from 'react';
import { OPERATOR } from '../../shared/words/operator';
import { Button } from './button';

interface State {
  readonly failed: string | null;
}

/** A fault in one page is said on that page, with the way back; the hall itself runs elsewhere. */
export class PageGuard extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failed: null };

  static getDerivedStateFromError(error: unknown): State {
    return { failed: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    if (this.state.failed === null) return this.props.children;
    // the language of the desk can't be asked for here: what is broken may be what knows it
    return (
      <div className="empty" role="alert">
        <p>{OPERATOR['failed-page'].vi.replace('{detail}', this.state.failed)}</p>
        <p>{OPERATOR['failed-page'].en.replace('{detail}', this.state.failed)}</p>
        <Button look="gold" onClick={() => location.reload()}>
          {OPERATOR['reload-page'].vi} / {OPERATOR['reload-page'].en}
        </Button>
      </div>
    );
  }
}
