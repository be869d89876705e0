import { Button } from './button';
import { IconX } from './icons';

interface Item {
  readonly id: number;
  readonly level: 'info' | 'ok' | 'bad';
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void; readonly testid?: string } | null;
}
interface Props {
  readonly toasts: readonly Item[];
  readonly closeLabel: string;
  readonly onClose: (id: number) => void;
}

export function ToastStack({ toasts, closeLabel, onClose }: Props) {
  return (
    <div className="toasts" aria-live="polite">
      {toasts.map((t) => (
        <div key={t.id} className="toast" data-testid="toast" data-level={t.level} role="status">
          <span className="toast-text">{t.text}</span>
          {t.action === null ? null : (
            <Button
              small
              {...(t.action.testid === undefined ? {} : { testid: t.action.testid })}
              onClick={() => {
                t.action?.run();
                // done once: a second undo would take back something else
                onClose(t.id);
              }}
            >
              {t.action.label}
            </Button>
          )}
          <Button
            small
            look="bare"
            aria-label={closeLabel}
            title={closeLabel}
            icon={<IconX size={15} />}
            onClick={() => onClose(t.id)}
          />
        </div>
      ))}
    </div>
  );
}
