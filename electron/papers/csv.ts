import Papa from 'papaparse';
import type { ScanSource } from '../../shared/domain/attendance/attendance';
import type { AttendanceReport, ReportRow } from '../../shared/domain/reports/attendance-report';
import { clockHms, dayDmy } from '../../shared/time/format';
import { dayOf } from '../../shared/time/time';

export const CSV_COLUMNS = [
  'STT',
  'Họ và tên',
  'Chức vụ',
  'Đơn vị',
  'Mã thẻ',
  'Mã khác của thẻ',
  'Trạng thái',
  'Ngày đến',
  'Giờ đến',
  'Cửa',
  'Cách điểm danh',
] as const;

const SOURCES: Readonly<Record<ScanSource, string>> = {
  serial: 'Máy quét',
  wedge: 'Bàn phím',
  manual: 'Điểm danh tay',
  simulated: 'Máy quét mô phỏng',
};

/**
 * The list as a spreadsheet reads it where the comma is the decimal sign: UTF-8 with its mark, semicolons, CR LF. A
 * cell that a spreadsheet would calculate (= + - @ first) gets an apostrophe; codes keep their leading zeros in the
 * file.
 */
export function attendanceCsv(report: AttendanceReport): string {
  const rows = report.units.flatMap((u) => u.rows.map((row) => cells(row, report)));
  const body = Papa.unparse(
    { fields: [...CSV_COLUMNS], data: rows },
    { delimiter: ';', newline: '\r\n', escapeFormulae: true },
  );
  return `\uFEFF${body}\r\n`;
}

function cells(row: ReportRow, report: AttendanceReport): string[] {
  const { arrival } = row;
  const [badge = '', ...others] = row.badges;
  return [
    String(row.number),
    row.name,
    row.position,
    row.unit,
    badge,
    others.join(' '),
    arrival !== null ? 'Có mặt' : report.afterDeadline ? 'Vắng' : 'Chưa đến',
    arrival === null ? '' : dayDmy(dayOf(arrival.wall)),
    arrival === null ? '' : clockHms(arrival.wall),
    arrival?.door ?? '',
    arrival === null ? '' : SOURCES[arrival.source],
  ];
}
