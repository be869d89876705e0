import { createRoot } from 'react-dom/client';
import { connectHall } from '../bridge/bridge';
import { startMirror } from '../store/hall-store';
import { PageGuard } from '../ui/page-guard';
import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/controls.css';
import { App } from './App';

void startMirror(connectHall());
createRoot(document.getElementById('root') as HTMLElement).render(
  <PageGuard>
    <App />
  </PageGuard>,
);
