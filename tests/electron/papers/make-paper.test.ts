import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makePaper, type PaperContext } from '../../../electron/papers';
import { NotDrawnError, type PaperPage, type PrintOptions, printPaper } from '../../../electron/papers/pdf';
import { TimeLimitError } from '../../../electron/time-limit';
import type { PaperDrawn, PaperModel } from '../../../shared/contract/paper-api';
import { EMPTY_HALL } from '../../../shared/domain/hall';
import { attendanceReport } from '../../../shared/domain/reports/attendance-report';
import { OFFICIAL_FORM } from '../../../shared/domain/reports/official-form';
import { PAPERS } from '../../../shared/words/papers';
import { at, openHall, scan } from '../../shared/plans';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'papers-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A page that is no page: it keeps what it was given and prints a few bytes. */
class FakePage implements PaperPage {
  model: PaperModel | null = null;
  options: PrintOptions | null = null;
  closed = 0;
  drawn: () => Promise<PaperDrawn> = async () => ({ ok: true, pages: 1 });
  printed: () => Promise<Uint8Array> = async () => new TextEncoder().encode('%PDF-1.4 fake');
  send(model: PaperModel): Promise<PaperDrawn> {
    this.model = model;
    return this.drawn();
  }
  print(options: PrintOptions): Promise<Uint8Array> {
    this.options = options;
    return this.printed();
  }
  close(): void {
    this.closed++;
  }
}

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);
const hall = openHall();
hall.do(at('07:10'), scan('HP0001', at('07:10')));

function contextOf(page: PaperPage, more: Partial<PaperContext> = {}): PaperContext {
  return {
    state: () => hall.state,
    now: () => at('07:30'),
    folder: () => folder,
    openPaperPage: async () => page,
    log: () => undefined,
    ...more,
  };
}
function model(): PaperModel {
  const report = attendanceReport(hall.state, at('07:30'));
  if (report === null) throw new Error('no report');
  return { paper: 'attendance', report, form: OFFICIAL_FORM };
}

describe('making a paper', () => {
  it('writes the CSV without opening any page', async () => {
    const outcome = await makePaper('attendance', 'csv', contextOf(new FakePage(), { openPaperPage: never }));
    if (!outcome.ok) throw new Error(outcome.code);
    expect(basename(outcome.path)).toBe('Diem danh 07-02-2026 0730.csv');
    expect(await readFile(outcome.path, 'utf8')).toContain('Nguyễn Văn 1');
  });
  it('writes what the page printed, and closes the page', async () => {
    const page = new FakePage();
    const outcome = await makePaper('attendance', 'pdf', contextOf(page));
    if (!outcome.ok) throw new Error(outcome.code);
    expect(basename(outcome.path)).toBe('Diem danh 07-02-2026 0730.pdf');
    expect(await readFile(outcome.path, 'latin1')).toBe('%PDF-1.4 fake');
    expect(page.closed).toBe(1);
    expect(page.model?.report.totals).toMatchObject({ present: 1, summoned: 6 });
    expect(page.options).toMatchObject({ pageSize: 'A4', margins: { top: 0, left: 0 } });
  });
  it('is refused without an event', async () => {
    const ctx = contextOf(new FakePage(), { state: () => EMPTY_HALL });
    expect(await makePaper('attendance', 'csv', ctx)).toEqual({ ok: false, code: 'paper-no-event', params: {} });
  });
  it('is refused while another one is being made, and works again afterwards', async () => {
    const page = new FakePage();
    let finish: (drawn: PaperDrawn) => void = () => undefined;
    const drawing = new Promise<PaperDrawn>((resolve) => {
      finish = resolve;
    });
    page.drawn = () => drawing;
    const ctx = contextOf(page);
    const first = makePaper('attendance', 'pdf', ctx);
    expect(await makePaper('attendance', 'csv', ctx)).toMatchObject({ ok: false, code: 'paper-busy' });
    finish({ ok: true, pages: 1 });
    expect(await first).toMatchObject({ ok: true });
    expect(await makePaper('attendance', 'csv', ctx)).toMatchObject({ ok: true });
  });
  it('says so when the page cannot lay it out, is lost or does not open', async () => {
    const cases: Partial<PaperContext>[] = [];
    for (const drawn of [
      async (): Promise<PaperDrawn> => ({ ok: false, reason: 'a font is missing' }),
      async (): Promise<PaperDrawn> => {
        throw new NotDrawnError('the page was lost');
      },
    ]) {
      const page = new FakePage();
      page.drawn = drawn;
      cases.push({ openPaperPage: async () => page });
    }
    cases.push({
      openPaperPage: async () => {
        throw new Error('not loaded');
      },
    });
    for (const more of cases) {
      const lines: string[] = [];
      const ctx = contextOf(new FakePage(), { ...more, log: (line) => lines.push(line) });
      expect(await makePaper('attendance', 'pdf', ctx)).toMatchObject({ ok: false, code: 'paper-not-drawn' });
      expect(lines).toHaveLength(1);
    }
    expect(await readdir(folder)).toEqual([]);
  });
  it('names the folder that cannot be written to', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const outcome = await makePaper('attendance', 'csv', contextOf(new FakePage(), { folder: () => file }));
    expect(outcome).toEqual({ ok: false, code: 'paper-no-folder', params: { folder: file } });
  });
  it('has a sentence for every failure, with the values that it names', () => {
    for (const { vi, en } of Object.values(PAPERS)) {
      expect((vi.match(/\{\w+\}/g) ?? []).toSorted()).toEqual((en.match(/\{\w+\}/g) ?? []).toSorted());
    }
  });
});

describe('printing by a page that does not answer', () => {
  const LIMIT = 30;
  it('ends, and closes the page, when it never lays the paper out', async () => {
    const page = new FakePage();
    page.drawn = never;
    await expect(printPaper(async () => page, model(), LIMIT)).rejects.toBeInstanceOf(TimeLimitError);
    expect(page.closed).toBe(1);
  });
  it('ends, and closes the page, when it never prints', async () => {
    const page = new FakePage();
    page.printed = never;
    await expect(printPaper(async () => page, model(), LIMIT)).rejects.toBeInstanceOf(TimeLimitError);
    expect(page.closed).toBe(1);
  });
  it('closes a page that opens too late', async () => {
    const page = new FakePage();
    let arrive: (page: PaperPage) => void = () => undefined;
    const opening = new Promise<PaperPage>((resolve) => {
      arrive = resolve;
    });
    await expect(printPaper(() => opening, model(), LIMIT)).rejects.toBeInstanceOf(TimeLimitError);
    arrive(page);
    await opening;
    await Promise.resolve();
    expect(page.closed).toBe(1);
  });
});
