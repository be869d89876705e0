import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { SegmentId } from '../../shared/domain/agenda/agenda';

/** What this page alone knows: which dialog is open, what is selected, what was just said to the operator. */
export type DialogId = 'plan' | 'library' | 'editing' | 'sample' | 'obs' | 'scanner' | 'windows' | 'log' | 'keys';

export interface Toast {
  readonly id: number;
  readonly level: 'info' | 'ok' | 'bad';
  readonly text: string;
  /** What can be done about it, in one press; null when nothing. */
  readonly action: { readonly label: string; readonly run: () => void; readonly testid?: string } | null;
}

export interface Ui {
  readonly dialog: DialogId | null;
  readonly menu: boolean;
  /** The row of the agenda that `Load` and Enter speak of. */
  readonly selected: SegmentId | null;
  readonly stopAsked: boolean;
  readonly toasts: readonly Toast[];
  /** The notices that may be sent away and are up now, and those that were sent away. */
  readonly notices: { readonly up: readonly string[]; readonly gone: readonly string[] };
}

const store = createStore<Ui>(() => ({
  dialog: null,
  menu: false,
  selected: null,
  stopAsked: false,
  toasts: [],
  notices: { up: [], gone: [] },
}));

export const useUi = <T>(pick: (ui: Ui) => T): T => useStore(store, pick);
export const ui = (): Ui => store.getState();

export const openDialog = (dialog: DialogId): void => store.setState({ dialog, menu: false });
export const closeDialog = (): void => store.setState({ dialog: null });
export const setMenu = (menu: boolean): void => store.setState({ menu });
export const select = (selected: SegmentId | null): void => store.setState({ selected });
export const dismiss = (keys: readonly string[]): void =>
  store.setState(({ notices }) => ({ notices: { ...notices, gone: [...notices.gone, ...keys] } }));
/** Sends away what may be sent away. */
export const dismissAll = (): void => dismiss(store.getState().notices.up);
export const setNotices = (up: readonly string[]): void =>
  store.setState(({ notices }) => ({ notices: { ...notices, up } }));
export const askStop = (stopAsked: boolean): void => store.setState({ stopAsked });

/** A toast stays long enough to be read in the dark; what went wrong stays longer, and can be sent away. */
const STAYS_MS = { info: 4_000, ok: 4_000, bad: 9_000 } as const;
const MOST_TOASTS = 4;
let lastToast = 0;

export function toast(level: Toast['level'], text: string, action: Toast['action'] = null): void {
  const same = store.getState().toasts.filter((t) => t.text !== text);
  lastToast++;
  const id = lastToast;
  store.setState({ toasts: [...same, { id, level, text, action }].slice(-MOST_TOASTS) });
  setTimeout(() => dropToast(id), action === null ? STAYS_MS[level] : STAYS_MS.bad);
}

export function dropToast(id: number): void {
  const toasts = store.getState().toasts;
  if (toasts.some((t) => t.id === id)) store.setState({ toasts: toasts.filter((t) => t.id !== id) });
}
