/**
 * A document as the reader wants it: one text, and where its tables and pages are known, their places in it.
 *
 * Cells of a row stand in one line, parted by TAB; a line break inside a cell is U+2028. A file that had no table
 * structure (text, PDF without rules) gives the text alone, and the reader works from that.
 */
export interface PlanDocument {
  readonly text: string;
  readonly tables: readonly TablePlace[];
  /** Offsets in `text` at which a new page begins. */
  readonly pages: readonly number[];
}

/** A stretch of `PlanDocument.text`, in UTF-16 units; `to` is behind the last one. */
export interface Passage {
  readonly from: number;
  readonly to: number;
}

export interface TablePlace extends Passage {
  readonly rows: readonly RowPlace[];
}

export interface RowPlace extends Passage {
  readonly cells: readonly CellPlace[];
  /** The file itself marks it as a heading that is repeated on every page. */
  readonly header: boolean;
}

export interface CellPlace extends Passage {
  /** Column of its left edge, from 0, counting merged columns. */
  readonly column: number;
  readonly columns: number;
  /** Rows it spans; the rows below do not have it again. */
  readonly rows: number;
}

/** A document that is only text. */
export const plainDocument = (text: string): PlanDocument => ({ text, tables: [], pages: [] });
