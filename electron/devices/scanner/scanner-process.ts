import type { Child } from '../../processes/child';
import type { ToProcess } from './messages';

/** The serial process as the app holds it. */
export type ScannerProcess = Child<ToProcess>;
