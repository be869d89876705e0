import { spawnSync } from 'node:child_process';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { attendanceCsv, CSV_COLUMNS } from '../../../electron/papers/csv';
import type { Delegate } from '../../../shared/domain/attendance/attendance';
import { attendanceReport } from '../../../shared/domain/reports/attendance-report';
import type { Instant } from '../../../shared/time/time';
import { at, DAY_PLAN, delegate, did, openHall, scan } from '../../shared/plans';

const NASTY: readonly Delegate[] = [
  delegate(1, { name: 'Đặng Thị Ổn', badges: ['0001234567'], unit: 'Chi bộ 1' }),
  delegate(2, {
    name: '=HYPERLINK("http://127.0.0.1";"x")',
    badges: ['HP0002', '1A00B2C3D4', '0011715540'],
    unit: 'Chi bộ 1',
  }),
  delegate(3, { name: 'Nguyễn "Ba" Tèo; con ông Bốn', position: 'Hai\ndòng', badges: [], unit: '+84' }),
  delegate(4, { name: '-Trừ', position: '@SUM(A1)', unit: "H'Hen" }),
];

function csvAt(now: Instant): string {
  const hall = openHall(DAY_PLAN, NASTY);
  hall.do(at('07:18', 5), scan('0001234567', at('07:18', 5), { door: 'Cửa 2' }));
  hall.do(at('07:20'), { type: 'checkin.mark', delegateId: did('d3'), door: 'Bàn đón tiếp' });
  const report = attendanceReport(hall.state, now);
  if (report === null) throw new Error('no report');
  return attendanceCsv(report);
}
const EXPECTED = [
  [...CSV_COLUMNS],
  [
    '1',
    'Đặng Thị Ổn',
    'Đảng viên',
    'Chi bộ 1',
    '0001234567',
    '',
    'Có mặt',
    '07/02/2026',
    '07:18:05',
    'Cửa 2',
    'Máy quét',
  ],
  [
    '2',
    '\'=HYPERLINK("http://127.0.0.1";"x")',
    'Đảng viên',
    'Chi bộ 1',
    'HP0002',
    '1A00B2C3D4 0011715540',
    'Chưa đến',
    '',
    '',
    '',
    '',
  ],
  [
    '3',
    'Nguyễn "Ba" Tèo; con ông Bốn',
    'Hai\ndòng',
    "'+84",
    '',
    '',
    'Có mặt',
    '07/02/2026',
    '07:20:00',
    'Bàn đón tiếp',
    'Điểm danh tay',
  ],
  ['4', "'-Trừ", "'@SUM(A1)", "H'Hen", 'HP0004', '', 'Chưa đến', '', '', '', ''],
];
const hasPython = spawnSync('python3', ['--version']).status === 0;

describe('the attendance as CSV', () => {
  it('begins with the mark of UTF-8 and ends every line with CR LF', () => {
    const csv = csvAt(at('07:30'));
    expect(csv.startsWith('\uFEFFSTT;Họ và tên;')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.replace(/"[^"]*"/g, '').match(/(?<!\r)\n/)).toBeNull();
  });
  it('is read back whole by papaparse: leading zeros, quotes, semicolons, line breaks and diacritics', () => {
    const { data, errors } = Papa.parse<string[]>(csvAt(at('07:30')), { delimiter: ';', skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(data).toEqual(EXPECTED);
  });
  it.skipIf(!hasPython)('is read back whole by another reader (python3, when there is one)', () => {
    const script =
      'import csv,io,json,sys;t=sys.stdin.buffer.read().decode("utf-8-sig");print(json.dumps(list(csv.reader(io.StringIO(t,newline=""),delimiter=";"))))';
    const read = spawnSync('python3', ['-c', script], { input: csvAt(at('07:30')), encoding: 'utf8' });
    expect(read.stderr).toBe('');
    expect(JSON.parse(read.stdout)).toEqual(EXPECTED);
  });
  it('lets no cell begin like a formula', () => {
    const { data } = Papa.parse<string[]>(csvAt(at('07:30')), { delimiter: ';', skipEmptyLines: true });
    expect(data.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });
  it('calls people absent only from the deadline on', () => {
    expect(csvAt(at('08:14'))).not.toContain('Vắng');
    expect(csvAt(at('08:15'))).not.toContain('Chưa đến');
    expect(csvAt(at('08:15'))).toContain('Vắng');
  });
});
