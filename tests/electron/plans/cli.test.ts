import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../../electron/tooling/paths.mjs';
import { run } from '../../../electron/tooling/run.mjs';
import { makeTemp } from '../../tooling/temp';
import { pagesOf, SCAN, textAt } from './make-pdf';
import { cell, row, wordFile } from './make-word';

const npm = (...args: readonly string[]) =>
  run('npm', ['run', '--silent', 'plan', '--', ...args], { cwd: projectRoot, limitMs: 60_000 });
const folder = makeTemp('cli');
const file = (name: string, data: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, data);
  return path;
};

describe('npm run plan', () => {
  test('prints the answer as JSON and nothing else', async () => {
    const body = `<w:tbl>${row(cell('Thời gian') + cell('Nội dung'))}${row(cell('7h30') + cell('Đón tiếp'))}${row(cell('8h00') + cell('Khai mạc'))}</w:tbl>`;
    const { code, stdout, stderr } = await npm(file('chương trình.docx', wordFile({ body })));
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      segments: [
        { start: '07:30', title: 'Đón tiếp' },
        { start: '08:00', title: 'Khai mạc' },
      ],
    });
  }, 60_000);

  test('says beside the answer what was not read, or not as it stood', async () => {
    const agenda = textAt([
      [72, 740, '7h30: Don tiep dai bieu'],
      [72, 700, '8h00: Khai mac'],
    ]);
    const scan = await npm(file('quét.pdf', pagesOf([{ content: agenda }, { content: SCAN }])));
    expect(scan.code).toBe(0);
    expect(JSON.parse(scan.stdout)).toHaveProperty('segments');
    expect(scan.stderr).toMatch(/^Trang 2 là ảnh quét/);
    const old = iconv.encode('7h30: Đón tiếp đại biểu\n8h00: Khai mạc hội nghị\n', 'tcvn');
    const converted = await npm(file('cũ.txt', old));
    expect(JSON.parse(converted.stdout).segments[1].title).toBe('Khai mạc hội nghị');
    expect(converted.stderr).toMatch(/bảng mã cũ/);
  }, 60_000);

  test.each([
    ['a picture', () => file('ảnh.docx', Buffer.from('\xff\xd8\xff\xe0', 'latin1')), /ảnh \(JPEG\)/],
    ['a file that is not there', () => join(folder, 'không có.docx'), /Không thấy tệp/],
  ])(
    'says in one sentence why %s cannot be read',
    async (_, path, sentence) => {
      const { code, stdout, stderr } = await npm(path());
      expect(code).toBe(1);
      expect(stdout).toBe('');
      expect(stderr).toMatch(sentence);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    },
    60_000,
  );

  test('says how it is used', async () => {
    const { code, stdout, stderr } = await npm();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('npm run --silent plan -- ');
  }, 60_000);
});
