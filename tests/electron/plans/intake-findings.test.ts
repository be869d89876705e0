import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { FromPlan } from '../../../electron/plans/messages';
import { serve } from '../../../electron/plans/serve';
import type { PlanIntake } from '../../../shared/contract/plan-api';
import { FINDINGS } from '../../../shared/words/plan';
import { cell, paragraph, row, run, wordFile } from './make-word';

/** What the app is sent of a document. */
async function intakeOf(name: string, bytes: Uint8Array): Promise<PlanIntake & { readonly ok: true }> {
  const said: FromPlan[] = [];
  await serve({ type: 'read', id: 1, source: { kind: 'file', name, bytes }, today: null }, (m) => said.push(m));
  const last = said.at(-1);
  if (last?.type !== 'done' || !last.intake.ok) throw new Error(`not read: ${JSON.stringify(last)}`);
  return last.intake;
}
const found = (intake: PlanIntake & { readonly ok: true }, code: string) =>
  intake.reading.findings.filter((f) => f.code === code);
const TEXT = '7h30: Đón tiếp đại biểu, ổn định tổ chức\n8h00: Khai mạc hội nghị, chào cờ\n';

describe('what only the way from the file to the text can tell', () => {
  test('a text in an old encoding comes with a finding', async () => {
    const intake = await intakeOf('a.txt', iconv.encode(TEXT, 'tcvn'));
    expect(found(intake, 'encoding-converted')).toMatchObject([{ level: 'note', params: { from: 'TCVN3' } }]);
  });

  test('the finding leads to the words that cannot be right', async () => {
    const damaged = Buffer.concat([
      Buffer.from(TEXT),
      Buffer.from('Báo c'),
      Buffer.from([0xe1]),
      Buffer.from('o kết quả\n'),
    ]);
    const intake = await intakeOf('a.txt', damaged);
    const [finding] = found(intake, 'encoding-converted');
    expect(finding?.passages.map(({ from, to }) => intake.document.text.slice(from, to))).toEqual(['c\ufffdo']);
    // and so does what is shown before it is agreed to
    expect(intake.conversion).toEqual({ from: 'UTF-8', before: 'Báo c\ufffdo kết quả', after: 'Báo c\ufffdo kết quả' });
  });

  test('a text whose letters were only stored otherwise does not', async () => {
    expect(found(await intakeOf('a.txt', Buffer.from(TEXT.normalize('NFD'))), 'encoding-converted')).toEqual([]);
    expect(found(await intakeOf('a.txt', Buffer.from(TEXT)), 'encoding-converted')).toEqual([]);
  });

  test('a table that was cut says so, and leads to its last row', async () => {
    const rows = Array.from({ length: 5001 }, (_, i) => `${i + 1};việc`);
    const intake = await intakeOf('a.csv', Buffer.from(`\ufeffTT;Nội dung\n${rows.join('\n')}\n`));
    const [finding] = found(intake, 'text-cut');
    expect(finding?.level).toBe('doubt');
    expect(finding?.passages.map(({ from, to }) => intake.document.text.slice(from, to))).toEqual(['4999\tviệc']);
  });

  test('a whole table does not', async () => {
    expect(found(await intakeOf('a.csv', Buffer.from('TT;Nội dung\n1;việc\n')), 'text-cut')).toEqual([]);
  });
});

describe('words that are struck through in a Word file', () => {
  const STRIKE = '<w:strike/>';
  const item = (time: string, title: string): string => row(`${cell(time)}${title}`);
  const struckCell = (before: string, struck: string): string =>
    `<w:tc>${paragraph(run(before) + run(struck, STRIKE))}</w:tc>`;
  const head = paragraph(run('CHƯƠNG TRÌNH HỘI NGHỊ ngày 14/3/2026'));
  const table = (rows: string): string => `<w:tbl>${item('Thời gian', cell('Nội dung'))}${rows}</w:tbl>`;
  const agenda = (title: string): string =>
    head +
    table(
      item('7h30 - 8h00', cell('Đón tiếp đại biểu')) +
        item('8h00 - 8h30', title) +
        item('8h30 - 9h00', cell('Bế mạc hội nghị')),
    );
  const read = async (body: string, styles?: string) => {
    const intake = await intakeOf('a.docx', wordFile({ body, ...(styles === undefined ? {} : { styles }) }));
    const list = found(intake, 'struck-through');
    const said = list.map((f) => f.passages.map(({ from, to }) => intake.document.text.slice(from, to)));
    return { intake, list, said };
  };

  test('are read, with a doubt that leads to them and to their item', async () => {
    const { intake, list, said } = await read(agenda(struckCell('Khai mạc ', 'và chào cờ ')));
    expect(said).toEqual([['và chào cờ']]);
    expect(list[0]).toMatchObject({ level: 'doubt', params: { written: 'và chào cờ' } });
    const title = intake.reading.draft.segments[1];
    expect(list[0]?.place).toEqual({ part: 'segment', id: title?.id });
    expect(title?.title).toContain('chào cờ');
    expect(FINDINGS['struck-through'].vi).toContain('{written}');
  });

  test('leave no mark in the text, and change nothing of what is read', async () => {
    const [struck, plain] = [await read(agenda(struckCell('', 'Khai mạc'))), await read(agenda(cell('Khai mạc')))];
    expect(struck.intake.document).toEqual(plain.intake.document);
    expect(struck.intake.reading.draft).toEqual(plain.intake.reading.draft);
    expect(plain.list).toEqual([]);
  });

  test('of a letter stored in two parts or of an old font are found where they stand after the conversion', async () => {
    const body = `${paragraph(run('Lời dẫn'.normalize('NFD')))}${paragraph(run('Bỏ mục này'.normalize('NFD'), STRIKE))}`;
    expect((await read(body)).said).toEqual([['Bỏ mục này']]);
    const old = run('Héi nghÞ', `<w:rFonts w:ascii=".VnTime"/>${STRIKE}`);
    expect((await read(paragraph(old))).said).toEqual([['Hội nghị']]);
  });

  test('by a style, or with two lines, are such too; what a run takes back is not', async () => {
    const styles = '<w:style w:type="character" w:styleId="Bo"><w:rPr><w:strike/></w:rPr></w:style>';
    const style = '<w:rStyle w:val="Bo"/>';
    const body =
      paragraph(run('Một', style)) +
      paragraph(run('Hai', `${style}<w:strike w:val="0"/>`)) +
      paragraph(run('Ba', '<w:strike w:val="0"/><w:dstrike/>'));
    expect((await read(body, styles)).said).toEqual([['Một', 'Ba']]);
  });

  test('of several items are told one by one, blanks and a page break not at all', async () => {
    const body =
      head +
      table(
        item('7h30 - 8h00', struckCell('', 'Đón tiếp đại biểu')) +
          item('8h00 - 8h30', struckCell('Khai mạc', ' ')) +
          item('8h30 - 9h00', struckCell('', 'Bế mạc hội nghị')),
      ) +
      paragraph(run('Nơi nhận', STRIKE)) +
      paragraph(`<w:r><w:rPr>${STRIKE}</w:rPr><w:br w:type="page"/></w:r>`);
    const { list, said } = await read(body);
    expect(said).toEqual([['Đón tiếp đại biểu'], ['Bế mạc hội nghị'], ['Nơi nhận']]);
    expect(list.map((f) => f.place.part)).toEqual(['segment', 'segment', 'document']);
    expect(list.map((f) => f.level)).toEqual(['doubt', 'doubt', 'note']);
    expect(new Set(list.map((f) => f.id)).size).toBe(3);
  });

  test('of the facts and of the banner are told where those are', async () => {
    const body =
      paragraph(run('KẾ HOẠCH')) +
      paragraph(run('Tổ chức Hội nghị sơ kết công tác quý I')) +
      paragraph(run('1. Thời gian: ngày ') + run('14/3/2026', STRIKE)) +
      paragraph(run('2. Địa điểm: Hội trường ') + run('tầng 2', STRIKE)) +
      paragraph(run('3. Ma két:')) +
      paragraph(run('HỘI NGHỊ')) +
      paragraph(run('SƠ KẾT QUÝ I', STRIKE));
    const { list, intake } = await read(body);
    expect(list.map((f) => f.place)).toEqual([
      { part: 'days' },
      { part: 'place' },
      { part: 'banner', line: intake.reading.draft.banner.findIndex((l) => l.value === 'SƠ KẾT QUÝ I') },
    ]);
  });

  test('are not feigned by signs that a file should not hold', async () => {
    const { list, intake } = await read(paragraph(run('A &#xFDD0;bỏ&#xFDD1; B')));
    expect(list).toEqual([]);
    expect(intake.document.text).toBe('A bỏ B\n');
    expect(found(await intakeOf('a.txt', Buffer.from('A \ufdd0bỏ\ufdd1 B')), 'struck-through')).toEqual([]);
  });
});
