import { describe, expect, it } from 'vitest';
import { answer, finding, read, wordsAt } from './reading';

const dates = (text: string): readonly string[] => answer(text).dates;

describe('the days of the event', () => {
  it('are what the label of the time says', () => {
    expect(dates('KẾ HOẠCH\nThời gian: 8h00, ngày 12/3/2026\nCác đồng chí tham dự hội nghị ngày 15/3/2026.')).toEqual([
      '2026-03-12',
    ]);
  });

  it('are all that one label names, over a few lines', () => {
    expect(dates('KẾ HOẠCH\nThời gian:\n- Sáng ngày 12/3/2026: cán bộ\n- Sáng ngày 13/3/2026: đảng viên')).toEqual([
      '2026-03-12',
      '2026-03-13',
    ]);
    expect(dates('KẾ HOẠCH\nThời gian: 02 ngày, từ ngày 12 đến ngày 13/3/2026')).toEqual(['2026-03-12', '2026-03-13']);
  });

  it('are those of the agenda as well', () => {
    expect(
      dates(
        'CHƯƠNG TRÌNH\nThời gian: ngày 12/3/2026\nNgày 12/3/2026\n8h00: Khai mạc\n9h00: Báo cáo\nNgày 13/3/2026\n8h00: Bế mạc',
      ),
    ).toEqual(['2026-03-12', '2026-03-13']);
  });

  it('are those of the running text where no label names them', () => {
    expect(dates('GIẤY MỜI\nKính mời đồng chí tới dự hội nghị vào sáng ngày 12/3/2026 tại hội trường xã.')).toEqual([
      '2026-03-12',
    ]);
  });

  it('are the whole stretch where another place names one day of it', () => {
    expect(
      dates(
        'GIẤY MỜI\nLễ khai mạc được tổ chức lúc 8h00 ngày 12/3/2026.\nLớp học diễn ra từ ngày 12 đến ngày 14/3/2026.',
      ),
    ).toEqual(['2026-03-12', '2026-03-13', '2026-03-14']);
  });

  it('are the moved ones where a meeting was moved', () => {
    expect(dates('THÔNG BÁO\nHội nghị ngày 12/3/2026 nay chuyển sang 14h00 ngày 13/3/2026.')).toEqual(['2026-03-13']);
  });

  it('are those of the meeting of the office’s own level', () => {
    const text =
      'KẾ HOẠCH\n1. Hội nghị cấp tỉnh\nThời gian: 8h00, ngày 12/3/2026\n2. Hội nghị cấp xã\nThời gian: 8h00, ngày 15/3/2026';
    expect(dates(`ĐẢNG ỦY XÃ TÂN AN\n${text}`)).toEqual(['2026-03-15']);
    expect(dates(`TỈNH ỦY QUẢNG NINH\n${text}`)).toEqual(['2026-03-12']);
  });

  it('are those to come in a notice that also tells of a day gone by', () => {
    expect(
      dates(
        'THÔNG CÁO BÁO CHÍ\n(Phát hành ngày 16/11/2026)\nSáng 16/11, UBND tỉnh tổ chức họp báo.\nLễ hội diễn ra từ ngày 11/12/2026 đến ngày 13/12/2026 tại Quảng trường tỉnh.',
      ),
    ).toEqual(['2026-12-11', '2026-12-12', '2026-12-13']);
  });

  it('are those of every row where meetings have a row each, not of a session that is spoken of', () => {
    expect(
      dates(
        'KẾ HOẠCH\n1. Báo cáo dự kiến nội dung Kỳ họp thứ 2 (khai mạc ngày 20/10/2026).\nTT\tThời gian\tĐịa điểm\n1\t8h00 ngày 22/9/2026\tHội trường xã A\n2\t14h00 ngày 24/9/2026\tNhà văn hóa xã B',
      ),
    ).toEqual(['2026-09-22', '2026-09-24']);
  });

  it('do not take the number of a weekday for a day', () => {
    expect(dates('KẾ HOẠCH\nThời gian: 17 giờ 30 phút, thứ 7, ngày 14 tháng 11 năm 2026')).toEqual(['2026-11-14']);
    expect(dates('KẾ HOẠCH\nThời gian: 8h00, thứ 2 - 16/11/2026')).toEqual(['2026-11-16']);
  });

  it('are counted in labels of an agenda that also write them', () => {
    expect(
      dates(
        'CHƯƠNG TRÌNH HỘI THẢO\nNgày: 20-21/11/2026\nNgày 1 – 20/11\n8h00: Khai mạc\n9h00: Thảo luận\nNgày 2 – 21/11\n8h30: Báo cáo\n10h00: Bế mạc',
      ),
    ).toEqual(['2026-11-20', '2026-11-21']);
  });

  it('are those of every line where meetings have a line each', () => {
    expect(
      dates(
        'LỊCH\nTiếp xúc cử tri\nKhu phố 1: 19h30 ngày 16/11/2026, Nhà văn hóa khu 1\nKhu phố 3: 19h30 ngày 17/11/2026, Nhà văn hóa khu 3\nĐề nghị thông báo rộng rãi.',
      ),
    ).toEqual(['2026-11-16', '2026-11-17']);
  });

  it('are the new ones where the old day stands before them', () => {
    expect(
      dates('THÔNG BÁO\nLễ kỷ niệm dời từ 8 giờ ngày 05/12/2026 sang 13 giờ 30 ngày 06/12/2026 (Chủ nhật).'),
    ).toEqual(['2026-12-06']);
  });

  it('have nothing of what stands beside the label with the same mark', () => {
    expect(
      dates(
        'GIẤY MỜI\n+ Thời gian: 02 ngày (ngày 14 và sáng ngày 15/7/2026), bắt đầu lúc 7h30\n+ Địa điểm: Hội trường xã\n+ Họp tổ đại biểu vào 14h00 ngày 10/7/2026.',
      ),
    ).toEqual(['2026-07-14', '2026-07-15']);
  });

  it('are none in a document that names none', () => {
    expect(dates('KẾ HOẠCH\nThời gian: ngày ... tháng ... năm 2026')).toEqual([]);
  });

  it('take the year that the document writes elsewhere', () => {
    expect(dates('Tân An, ngày 01 tháng 3 năm 2027\nKẾ HOẠCH\nThời gian: 8h00, ngày 12/3')).toEqual(['2027-03-12']);
  });

  it('know every place that names them', () => {
    const text =
      'KẾ HOẠCH\nThời gian: 8h00, ngày 12/3/2026\nMa két:\nHỘI NGHỊ TỔNG KẾT\nTân An, ngày 12 tháng 3 năm 2026';
    expect(wordsAt(text, read(text).draft.days[0]?.passages)).toEqual(['12/3/2026', 'ngày 12 tháng 3 năm 2026']);
  });

  it('stand against another that is named as strongly', () => {
    const text = 'V/v tổ chức hội nghị ngày 13/3/2026\nThời gian: 8h00, ngày 12/3/2026';
    expect(dates(text)).toEqual(['2026-03-12']);
    expect(finding(text, 'several-dates')?.choices).toEqual([
      { set: 'day', days: ['2026-03-12'] },
      { set: 'day', days: ['2026-03-13'] },
    ]);
  });

  it('give the end of the last day where the label says it', () => {
    const text = 'KẾ HOẠCH\nThời gian: 8h00 - 11h30, ngày 12/3/2026';
    const end = read(text).draft.endsAt;
    expect(end?.value).toBe(11.5 * 3_600_000);
    expect(wordsAt(text, end?.passages)).toEqual(['8h00 - 11h30']);
    expect(read('KẾ HOẠCH\nThời gian: 8h00, ngày 12/3/2026').draft.endsAt).toBeNull();
  });
});
