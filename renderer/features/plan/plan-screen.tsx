import { MergeView } from './merge-view';
import { ReviewView } from './review-view';
import { useSession } from './session';
import { Conversion, Reading, TakeIn } from './take-in';
import './plan.css';

/** The document on the desk, as far as it has come. */
export default function PlanScreen() {
  const s = useSession();
  switch (s.phase) {
    case 'idle':
      return <TakeIn failed={null} />;
    case 'failed':
      return <TakeIn failed={s} />;
    case 'reading':
      return <Reading session={s} />;
    case 'conversion':
      return <Conversion session={s} />;
    case 'review':
      return s.merging ? <MergeView session={s} /> : <ReviewView session={s} />;
  }
}
