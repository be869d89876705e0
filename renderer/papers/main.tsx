import '@fontsource/tinos/latin-400.css';
import '@fontsource/tinos/latin-400-italic.css';
import '@fontsource/tinos/latin-700.css';
import '@fontsource/tinos/latin-ext-400.css';
import '@fontsource/tinos/latin-ext-700.css';
import '@fontsource/tinos/vietnamese-400.css';
import '@fontsource/tinos/vietnamese-400-italic.css';
import '@fontsource/tinos/vietnamese-700.css';
import './papers.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { PaperApi, PaperModel } from '../../shared/contract/paper-api';
import { AttendancePaper } from './attendance-paper';
import { paginate } from './paginate';
import { measure, roomOf } from './sheets';

declare global {
  interface Window {
    /** Only on this page. */
    readonly paper?: PaperApi;
  }
}

const place = document.getElementById('root');
if (place === null) throw new Error('the page has no root');
const root = createRoot(place);

/** A letter of each file of a face, so that all of them are there before anything is measured. */
const LETTERS = 'Aạđœ';
const FACES = ['400 13pt Tinos', 'italic 400 14pt Tinos', '700 14pt Tinos'];

async function draw(element: HTMLElement, model: PaperModel): Promise<number> {
  const faces = await Promise.all(FACES.map((face) => document.fonts.load(face, LETTERS)));
  if (faces.some((found) => found.length === 0)) throw new Error('a font is missing');
  document.title = `${model.form.title} – ${model.report.event}`;
  flushSync(() => root.render(<AttendancePaper model={model} sheets={null} />));
  const sheets = paginate(measure(element), roomOf(model.form));
  flushSync(() => root.render(<AttendancePaper model={model} sheets={sheets} />));
  await document.fonts.ready;
  return sheets.length;
}

window.paper?.onModel((model) => {
  draw(place, model).then(
    (pages) => window.paper?.ready({ ok: true, pages }),
    (error: unknown) =>
      window.paper?.ready({ ok: false, reason: error instanceof Error ? error.message : String(error) }),
  );
});
