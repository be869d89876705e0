import type { AttendanceReport } from '../domain/reports/attendance-report';
import type { OfficialForm } from '../domain/reports/official-form';

/** Everything a paper needs to be laid out; the hidden page knows nothing else. */
export interface PaperModel {
  readonly paper: 'attendance';
  readonly report: AttendanceReport;
  readonly form: OfficialForm;
}

/** What became of a model: laid out on so many pages with its fonts in place, or why not. */
export type PaperDrawn =
  | { readonly ok: true; readonly pages: number }
  | { readonly ok: false; readonly reason: string };

/** What the hidden page that lays out papers is offered; only that page has it. */
export interface PaperApi {
  /** @returns the function that stops it. */
  onModel(listener: (model: PaperModel) => void): () => void;
  /** The page may be printed now, or never. */
  ready(drawn: PaperDrawn): void;
}
