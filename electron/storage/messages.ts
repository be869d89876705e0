import type { Child } from '../processes/child';
import type { CopyingJournal, JournalCode } from './journal';

/** What the main process asks of the storage process; one message per call, numbered. */
export type StorageCall = keyof CopyingJournal;
export type StorageRequest = {
  readonly [K in StorageCall]: { readonly id: number; readonly call: K; readonly args: Parameters<CopyingJournal[K]> };
}[StorageCall];

/** What a call gives when it goes well. */
export type StorageValue<K extends StorageCall> = Awaited<ReturnType<CopyingJournal[K]>>;

export type StorageReply =
  | { readonly kind: 'done'; readonly id: number; readonly value: StorageValue<StorageCall> }
  | { readonly kind: 'refused'; readonly id: number; readonly code: JournalCode; readonly message: string };

/** Something the storage process did by itself that a person should be able to see. */
export type StorageNotice =
  | { readonly kind: 'copied'; readonly file: string }
  | { readonly kind: 'copy-failed'; readonly code: JournalCode; readonly message: string };

export type StorageMessage = StorageReply | StorageNotice;

/** The storage process as the main process sees it. */
export type StorageChild = Child<StorageRequest, StorageMessage>;
