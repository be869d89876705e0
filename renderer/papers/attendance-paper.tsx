import type { ReactNode } from 'react';
import type { PaperModel } from '../../shared/contract/paper-api';
import type { ReportRow, ReportTotals, ReportUnit } from '../../shared/domain/reports/attendance-report';
import { headcount, officialDate } from '../../shared/domain/reports/figures';
import { dayOf } from '../../shared/time/time';
import type { Sheet } from './paginate';

const upper = (text: string): string => text.toLocaleUpperCase('vi');
const pt = (size: number): { fontSize: string } => ({ fontSize: `${size}pt` });

/** A line of the table as it is drawn; the place in this list is the number that `Sheet.lines` speaks of. */
type Drawn = { readonly unit: ReportUnit; readonly row: ReportRow | null };

export function drawnLines(units: readonly ReportUnit[]): readonly Drawn[] {
  return units.flatMap((unit) => [{ unit, row: null }, ...unit.rows.map((row) => ({ unit, row }))]);
}

/** The paper dealt out to sheets; without `sheets` everything on one endless sheet, to be measured. */
export function AttendancePaper({ model, sheets }: { model: PaperModel; sheets: readonly Sheet[] | null }): ReactNode {
  const { report, form } = model;
  const lines = drawnLines(report.units);
  const whole: Sheet = { lines: lines.map((_, i) => i), continued: null, tail: true };
  return (sheets ?? [whole]).map((sheet, i) => (
    <section
      // sheets have no name but their place
      // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once and never reordered
      key={i}
      className={sheets === null ? 'sheet endless' : 'sheet'}
      style={{
        width: `${form.page.width}mm`,
        height: sheets === null ? 'auto' : `${form.page.height}mm`,
        padding: `${form.margin.top}mm ${form.margin.right}mm ${form.margin.bottom}mm ${form.margin.left}mm`,
      }}
    >
      {i > 0 && (
        <div
          className="page-number"
          style={{
            top: `${form.pageNumber.fromTop}mm`,
            left: `${form.margin.left}mm`,
            right: `${form.margin.right}mm`,
            ...pt(form.pageNumber.size),
          }}
        >
          {i + 1}
        </div>
      )}
      {i === 0 && <Head model={model} />}
      <table style={pt(form.size.table)}>
        <Columns />
        <tbody>
          {sheet.continued !== null && <Band unit={report.units[sheet.continued]} continued />}
          {sheet.lines.map((at) => {
            const line = lines[at];
            if (line === undefined) return null;
            return line.row === null ? (
              <Band key={line.unit.unit} unit={line.unit} continued={false} />
            ) : (
              <Row key={line.row.id} row={line.row} />
            );
          })}
        </tbody>
      </table>
      {sheet.tail && <Tail model={model} />}
    </section>
  ));
}

function Head({ model: { report, form } }: { model: PaperModel }): ReactNode {
  return (
    <header data-part="head">
      <div className="heading">
        <div>
          {form.superior !== '' && (
            <div className="superior" style={pt(form.size.superior)}>
              {upper(form.superior)}
            </div>
          )}
          <div className="strong" style={pt(form.size.issuer)}>
            {upper(report.organiser)}
          </div>
          <div style={pt(form.size.issuer)}>*</div>
        </div>
        <div>
          <div className="strong national" style={pt(form.size.national)}>
            {upper(form.national)}
          </div>
          <div className="place-date" style={pt(form.size.placeAndDate)}>
            {form.city}, {officialDate(dayOf(report.takenAt))}
          </div>
        </div>
      </div>
      <h1 style={pt(form.size.type)}>{upper(form.title)}</h1>
      <div className="summary" style={pt(form.size.summary)}>
        {report.event}
      </div>
      <div className="dashes" style={pt(form.size.summary)}>
        -----
      </div>
      <div className="body" style={pt(form.size.body)}>
        <p>Thời gian: {report.daysText}.</p>
        <p>Địa điểm: {report.place}.</p>
        <p>
          Tính đến {report.takenText}: {totalsText(report.totals, report.afterDeadline)}.
        </p>
      </div>
    </header>
  );
}

const COLUMNS = [
  ['number', 'STT'],
  ['name', 'Họ và tên'],
  ['position', 'Chức vụ'],
  ['time', 'Giờ đến'],
  ['door', 'Cửa'],
  ['signature', 'Ký nhận'],
  ['note', 'Ghi chú'],
] as const;

function Columns(): ReactNode {
  return (
    <>
      <colgroup>
        {COLUMNS.map(([name]) => (
          <col key={name} className={name} />
        ))}
      </colgroup>
      <thead data-part="header">
        <tr>
          {COLUMNS.map(([name, title]) => (
            <th key={name}>{title}</th>
          ))}
        </tr>
      </thead>
    </>
  );
}

/** The heading of a unit with its sub-total. The "(tiếp)" always takes its room, so that both forms are equally high. */
function Band({ unit, continued }: { unit: ReportUnit | undefined; continued: boolean }): ReactNode {
  if (unit === undefined) return null;
  return (
    <tr className="band" data-line="band">
      <td colSpan={COLUMNS.length}>
        <div>
          <span>
            {unit.unit} <span className={continued ? 'again' : 'again unseen'}>(tiếp)</span>
          </span>
          <span className="sub-total">
            {headcount(unit.present)}/{headcount(unit.summoned)} đồng chí
          </span>
        </div>
      </td>
    </tr>
  );
}

function Row({ row }: { row: ReportRow }): ReactNode {
  return (
    <tr data-line="row">
      <td className="centre">{row.number}</td>
      <td>{row.name}</td>
      <td>{row.position}</td>
      <td className="centre">{row.arrival?.time ?? ''}</td>
      <td className="centre">{row.arrival?.door ?? ''}</td>
      <td />
      <td className="centre">{row.note}</td>
    </tr>
  );
}

function Tail({ model: { report, form } }: { model: PaperModel }): ReactNode {
  const [authority, position] = form.signer;
  return (
    <footer data-part="tail">
      <p className="total" style={pt(form.size.body)}>
        <span className="strong">Tổng cộng: {headcount(report.totals.summoned)} đồng chí</span>, trong đó{' '}
        {presenceText(report.totals, report.afterDeadline)}.
      </p>
      <div className="signatures" style={pt(form.size.signature)}>
        <div className="strong">{upper(form.maker)}</div>
        <div>
          <div className="strong">{upper(authority)}</div>
          <div>{upper(position)}</div>
        </div>
      </div>
    </footer>
  );
}

function totalsText(t: ReportTotals, afterDeadline: boolean): string {
  return `được triệu tập ${headcount(t.summoned)} đồng chí; ${presenceText(t, afterDeadline)}`;
}

function presenceText(t: ReportTotals, afterDeadline: boolean): string {
  const share = t.percent === null ? '' : ` (đạt ${t.percent})`;
  return `có mặt ${headcount(t.present)} đồng chí${share}; ${afterDeadline ? 'vắng' : 'chưa đến'} ${headcount(t.missing)} đồng chí`;
}
