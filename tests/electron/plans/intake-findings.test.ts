import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { FromPlan } from '../../../electron/plans/messages';
import { serve } from '../../../electron/plans/serve';
import type { PlanIntake } from '../../../shared/contract/plan-api';

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
