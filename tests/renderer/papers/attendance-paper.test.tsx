import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AttendancePaper, drawnLines } from '../../../renderer/papers/attendance-paper';
import type { PaperModel } from '../../../shared/contract/paper-api';
import { attendanceReport } from '../../../shared/domain/reports/attendance-report';
import { OFFICIAL_FORM } from '../../../shared/domain/reports/official-form';
import type { Instant } from '../../../shared/time/time';
import { at, DAY_PLAN, delegate, openHall, scan } from '../../shared/plans';

function modelAt(now: Instant): PaperModel {
  const roster = [
    delegate(1, { name: 'Đặng Thị Ổn', position: 'Bí thư chi bộ' }),
    delegate(2, { name: '<b>Nguyễn</b> & Ánh' }),
    delegate(3, { name: "H'Hen Êban" }),
  ];
  const hall = openHall(DAY_PLAN, roster);
  hall.do(at('07:18'), scan('HP0001', at('07:18'), { door: 'Cửa 2' }));
  const report = attendanceReport(hall.state, now);
  if (report === null) throw new Error('no report');
  return { paper: 'attendance', report, form: OFFICIAL_FORM };
}
const draw = (model: PaperModel): string => renderToStaticMarkup(<AttendancePaper model={model} sheets={null} />);
const textOf = (html: string): string => html.replace(/<[^>]+>/g, '');

describe('the attendance paper', () => {
  it('has the heading, the title and the figures of an official list', () => {
    const text = textOf(draw(modelAt(at('09:05'))));
    expect(text).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
    expect(text).toContain('Hải Phòng, ngày 07 tháng 02 năm 2026');
    expect(text).toContain('DANH SÁCH ĐIỂM DANH ĐẠI BIỂU');
    expect(text).toContain('Tính đến 09 giờ 05 phút, ngày 07 tháng 02 năm 2026: được triệu tập 03 đồng chí');
    expect(text).toContain('Tổng cộng: 03 đồng chí, trong đó có mặt 01 đồng chí (đạt 33,3%); vắng 02 đồng chí.');
    expect(text).toContain('NGƯỜI LẬP');
    expect(text).toContain('T/L BAN THƯỜNG VỤ');
  });
  it('calls nobody absent before the deadline', () => {
    const text = textOf(draw(modelAt(at('07:20'))));
    expect(text).toContain('chưa đến 02 đồng chí');
    expect(text).not.toMatch(/vắng/i);
  });
  it('lists everybody under their unit, with time and door of those who came', () => {
    const text = textOf(draw(modelAt(at('07:20'))));
    expect(text).toContain('1Đặng Thị ỔnBí thư chi bộ07:18Cửa 2');
    expect(text).toContain('Chi bộ Lẻ');
    expect(text).toContain('01/02 đồng chí');
  });
  it('takes a name for text, whatever is in it', () => {
    const html = draw(modelAt(at('07:20')));
    expect(html).toContain('&lt;b&gt;Nguyễn&lt;/b&gt; &amp; Ánh');
    expect(html).not.toContain('<b>');
  });
  it('numbers its sheets from the second on, repeats the header and the unit, and signs the last', () => {
    const model = modelAt(at('07:20'));
    expect(drawnLines(model.report.units)).toHaveLength(5);
    const html = renderToStaticMarkup(
      <AttendancePaper
        model={model}
        sheets={[
          { lines: [0, 1], continued: null, tail: false },
          { lines: [2, 3, 4], continued: 0, tail: true },
        ]}
      />,
    );
    expect(html.match(/class="page-number"[^>]*>([^<]*)</g)).toHaveLength(1);
    expect(html).toMatch(/class="page-number"[^>]*>2</);
    expect(html.match(/Họ và tên/g)).toHaveLength(2);
    expect(html.match(/class="again"/g)).toHaveLength(1);
    expect(html.indexOf('Tổng cộng')).toBeGreaterThan(html.indexOf('Họ và tên', html.indexOf('page-number')));
  });
});
