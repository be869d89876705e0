import { createRoot } from 'react-dom/client';
import { connectHall } from '../bridge/bridge';
import { startMirror } from '../store/hall-store';
import { PageGuard } from '../ui/page-guard';
import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/controls.css';
import { App } from './App';

/** A hall that is there answers within this, and then the desk is the first thing drawn; else it is said that we wait. */
const PATIENCE_MS = 150;

const root = createRoot(document.getElementById('root') as HTMLElement);
const late = new Promise<void>((done) => setTimeout(done, PATIENCE_MS));
void Promise.race([startMirror(connectHall()), late]).then(() =>
  root.render(
    <PageGuard>
      <App />
    </PageGuard>,
  ),
);
