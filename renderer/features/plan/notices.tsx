import type { PlanNotice } from '../../../shared/contract/plan-api';
import { INTAKE } from '../../../shared/words/intake';
import { sayCode } from '../../../shared/words/words';
import type { Speaker } from '../desk/words';
import { unreadPages } from './unread-pages';

interface Props {
  readonly notices: readonly PlanNotice[];
  readonly words: Speaker;
  /** Shows where in the document a page would stand. */
  readonly onPage: (n: number) => void;
}

/** What did not come along from the file: said before anything that is doubtful about the rest. */
export function Notices({ notices, words, onPage }: Props) {
  if (notices.length === 0) return null;
  return (
    <ul className="plan-notices" data-testid="plan-notices">
      {notices.map((notice, i) => {
        const sentence = sayCode(INTAKE, notice.code, words.language, notice.params);
        const [page] = unreadPages([notice]);
        return (
          <li key={notice.code} data-code={notice.code}>
            {page === undefined ? (
              sentence
            ) : (
              <button type="button" data-testid={`plan-notice-${i}`} onClick={() => onPage(page)}>
                {sentence}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
