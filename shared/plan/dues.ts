import { type Columns, isHeaderRow } from './columns';
import type { Cell, Grid } from './grids';
import type { Piece } from './lines';

/** A row of a table of duties: what, by whom, and until when. */
export interface Due {
  readonly what: Piece;
  readonly who: Piece | null;
  readonly until: Piece;
}

const HEAD =
  /^(?:hạn(?!g)|thời hạn|hoàn thành|thời gian (?:hoàn thành|thực hiện xong|nộp|gửi)|tiến độ|xong trước|hạn chót)/u;

/** The rows of a table that has a column for the time something is due; empty for any other table. */
export function duesOf(grid: Grid, columns: Columns): readonly Due[] {
  const at = columns.heads.findIndex((h) => HEAD.test(h));
  if (at < 0) return [];
  const title = columns.heads.findIndex(
    (h, c) => c !== at && /^việc|nội dung|công việc|nhiệm vụ|đầu việc|phần việc|sản phẩm|hạng mục/u.test(h),
  );
  const who = columns.heads.findIndex(
    (h, c) =>
      c !== at && c !== title && /đơn vị|cơ quan|bộ phận|thực hiện|phụ trách|chủ trì|người|trách nhiệm/u.test(h),
  );
  const found: Due[] = [];
  for (const row of grid.rows) {
    if (isHeaderRow(row)) continue;
    const cell = (column: number): Cell | null => row.cells.find((c) => c.column === column && c.text !== '') ?? null;
    const until = cell(at);
    const what =
      cell(title) ?? (title < 0 ? (row.cells.find((c) => c.column !== at && /\p{L}{3}/u.test(c.text)) ?? null) : null);
    if (until !== null && what !== null) found.push({ what, who: cell(who), until });
  }
  return found;
}
