import type { PlanDocument } from '../plan/document';
import type { Reading } from '../plan/draft';

/** What a person drops on the window, opens or pastes. */
export type PlanInput =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'text'; readonly text: string };

/** A text in an old encoding, shown before and after so that a person can agree. */
export interface PlanConversion {
  /** `TCVN3`, `VNI`, `UTF-16`, … */
  readonly from: string;
  readonly before: string;
  readonly after: string;
}

/** What a person should know of a document that was read, such as pages that were not: a code of words/intake. */
export interface PlanNotice {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A document as it was read, or the sentence why not: a code of words/intake. */
export type PlanIntake =
  | {
      readonly ok: true;
      readonly name: string;
      readonly document: PlanDocument;
      readonly reading: Reading;
      readonly conversion: PlanConversion | null;
      readonly notices: readonly PlanNotice[];
    }
  | {
      readonly ok: false;
      readonly code: string;
      readonly params: Readonly<Record<string, string | number>>;
    };

/** Reading plans, offered to the operator's page only. One document at a time; a second one ends the first. */
export interface PlanApi {
  /** @param progress told now and then: how much is done, 0..1. */
  read(input: PlanInput, progress: (fraction: number) => void): Promise<PlanIntake>;
  /** Ends the reading that is under way; it answers with the code `cancelled`. */
  cancel(): void;
}
