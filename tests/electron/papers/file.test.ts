import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { paperName, writeNew } from '../../../electron/papers/file';
import { wallInstant } from '../../../shared/time/time';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'papers-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the file of a paper', () => {
  it('is named by the day and the time in Vietnam, in letters that every system takes', () => {
    expect(paperName(wallInstant(Date.parse('2026-02-07T07:30:59+07:00')))).toBe('Diem danh 07-02-2026 0730');
    expect(paperName(wallInstant(Date.parse('2026-02-06T17:05:00Z')))).toBe('Diem danh 07-02-2026 0005');
  });
  it('is never written over another one', async () => {
    await writeFile(join(folder, 'a.csv'), 'old');
    const second = await writeNew(folder, 'a', 'csv', 'new');
    const third = await writeNew(folder, 'a', 'csv', 'newer');
    expect([basename(second), basename(third)]).toEqual(['a (2).csv', 'a (3).csv']);
    expect(await readFile(join(folder, 'a.csv'), 'utf8')).toBe('old');
    expect(await readFile(third, 'utf8')).toBe('newer');
  });
  it('gets its own name when several are written at once', async () => {
    const paths = await Promise.all(Array.from({ length: 8 }, (_, i) => writeNew(folder, 'a', 'pdf', `${i}`)));
    expect(new Set(paths).size).toBe(8);
    const texts = await Promise.all(paths.map((p) => readFile(p, 'utf8')));
    expect(texts).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
    expect(await readdir(folder)).toHaveLength(8);
  });
  it('makes the folder it goes to', async () => {
    const path = await writeNew(join(folder, 'Điểm Cầu', 'giấy'), 'a', 'csv', 'x');
    expect(await readFile(path, 'utf8')).toBe('x');
  });
  it('leaves nothing behind when it cannot be written', async () => {
    await writeFile(join(folder, 'file'), 'not a folder');
    await expect(writeNew(join(folder, 'file'), 'a', 'csv', 'x')).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(writeNew(folder, 'a/b', 'csv', 'x')).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await readdir(folder)).toEqual(['file']);
  });
});
