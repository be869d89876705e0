import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createPlanReader, type PlanReader, type PlanReaderContext, type PlanSource } from '../../../electron/plans';
import type { ToPlan } from '../../../electron/plans/messages';
import { forkedChild } from '../../../electron/processes/forked-child';
import { buildPlanCli } from '../../../electron/tooling/plan.mjs';
import { makeTemp } from '../../tooling/temp';
import { cell, row, wordFile } from './make-word';

const TEXT: PlanSource = {
  kind: 'text',
  text: 'CHƯƠNG TRÌNH\nngày 12/3/2026\n7h30: Đón tiếp đại biểu\n8h00: Khai mạc\n',
};

const readers: PlanReader[] = [];
afterEach(() => {
  for (const reader of readers.splice(0)) reader.stop();
});

interface Desk {
  readonly reader: PlanReader;
  readonly log: string[];
  readonly pids: number[];
  read(source: PlanSource, signal?: AbortSignal, progress?: (fraction: number) => void): ReturnType<PlanReader['read']>;
}

function desk(script: string, limits: Partial<PlanReaderContext> = {}): Desk {
  const log: string[] = [];
  const pids: number[] = [];
  const reader = createPlanReader({
    spawn: () => {
      const child = forkedChild<ToPlan, unknown>(script, { args: [], env: process.env, stderr: 'ignore' });
      if (child.pid !== undefined) pids.push(child.pid);
      return child;
    },
    today: () => null,
    log: (line) => log.push(line),
    readMs: 20_000,
    idleMs: 30_000,
    ...limits,
  });
  readers.push(reader);
  return {
    reader,
    log,
    pids,
    read: (source, signal = new AbortController().signal, progress = () => undefined) =>
      reader.read(source, { progress }, signal),
  };
}

const isAlive = (pid: number | undefined): boolean => {
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const gone = (pid: number | undefined) => expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);

/** A process of the test's own in the place of the real one. */
function scriptOf(code: string): string {
  const file = join(makeTemp('plan-process'), 'process.cjs');
  writeFileSync(file, `process.on('disconnect', () => process.exit(0));\n${code}`);
  return file;
}

describe('the plan process as it is shipped', () => {
  let script = '';
  beforeAll(async () => {
    const folder = makeTemp('plan-cli');
    await buildPlanCli(folder);
    script = join(folder, 'plan-process.cjs');
  });

  test('reads what was pasted', async () => {
    const intake = await desk(script).read(TEXT);
    expect(intake).toMatchObject({ ok: true, name: '', conversion: null });
    expect(intake.ok && intake.reading.draft.segments.map((s) => s.title)).toEqual(['Đón tiếp đại biểu', 'Khai mạc']);
  });

  test('reads bytes that were dropped on the window, and tells how far it is', async () => {
    const bytes = wordFile({
      body: `<w:tbl>${row(cell('7h30') + cell('Đón tiếp'))}${row(cell('8h00') + cell('Khai mạc'))}</w:tbl>`,
    });
    const heard: number[] = [];
    const intake = await desk(script).read({ kind: 'file', name: 'kế hoạch.docx', bytes }, undefined, (f) =>
      heard.push(f),
    );
    expect(intake).toMatchObject({ ok: true, name: 'kế hoạch.docx' });
    expect(intake.ok && intake.document.tables).toHaveLength(1);
    expect(heard.at(-1)).toBe(0.9);
  });

  test('reads a file by its path, again and again in the same process', async () => {
    const path = join(makeTemp('plan'), 'kế hoạch.txt');
    writeFileSync(path, '7h30: Đón tiếp đại biểu\n');
    const one = desk(script);
    for (let i = 0; i < 3; i++)
      expect(await one.read({ kind: 'path', path })).toMatchObject({ ok: true, name: 'kế hoạch.txt' });
    expect(one.pids).toHaveLength(1);
  });

  test.each([
    ['a file that is not there', '/không/có/kế hoạch.docx', 'not-found'],
    ['a folder', makeTemp('folder'), 'not-a-file'],
    ['a device without an end', '/dev/zero', 'not-a-file'],
  ])('%s is told as such', async (_, path, code) => {
    expect(await desk(script).read({ kind: 'path', path })).toEqual({ ok: false, code, params: { path } });
  });

  test('a refusal does not end the process', async () => {
    const one = desk(script);
    expect(await one.read({ kind: 'text', text: ' ' })).toMatchObject({ ok: false, code: 'no-text' });
    expect(await one.read(TEXT)).toMatchObject({ ok: true });
    expect(one.pids).toHaveLength(1);
  });

  test('gives its memory back when nothing is read any more, and comes again', async () => {
    const one = desk(script, { idleMs: 50 });
    await one.read(TEXT);
    await gone(one.pids[0]);
    expect(one.log).toEqual([]);
    expect(await one.read(TEXT)).toMatchObject({ ok: true });
    expect(one.pids).toHaveLength(2);
  });
});

describe('a process that misbehaves', () => {
  test('one that never answers is ended at the limit, with a sentence', async () => {
    const one = desk(scriptOf("process.on('message', () => { for (;;); });"), { readMs: 300 });
    expect(await one.read(TEXT)).toEqual({ ok: false, code: 'too-slow', params: { seconds: 0.3 } });
    await gone(one.pids[0]);
  });

  test('one that dies over a document is a sentence, and the next document gets a new one', async () => {
    const one = desk(scriptOf("process.on('message', () => process.abort());"));
    expect(await one.read(TEXT)).toEqual({ ok: false, code: 'reader-crashed', params: {} });
    expect(await one.read(TEXT)).toEqual({ ok: false, code: 'reader-crashed', params: {} });
    expect(one.pids).toHaveLength(2);
    expect(one.log[0]).toMatch(/^the plan process ended/);
  });

  test('one that cannot be started is a sentence', async () => {
    expect(await desk('/không/có/process.cjs').read(TEXT)).toMatchObject({ ok: false, code: 'reader-crashed' });
  });

  test('what nobody asked for is not heard', async () => {
    const chatty =
      "process.on('message', (m) => { process.send('?'); process.send({ type: 'done', id: 99, intake: { ok: false, code: 'x', params: {} } }); process.send({ type: 'done', id: m.id, intake: { ok: false, code: 'no-text', params: {} } }); });";
    expect(await desk(scriptOf(chatty)).read(TEXT)).toMatchObject({ code: 'no-text' });
  });
});

describe('a person who changes their mind', () => {
  const SILENT = "process.on('message', () => undefined);";

  test('cancelling ends the reading and its process', async () => {
    const one = desk(scriptOf(SILENT));
    const mind = new AbortController();
    const reading = one.read(TEXT, mind.signal);
    mind.abort();
    expect(await reading).toEqual({ ok: false, code: 'cancelled', params: {} });
    await gone(one.pids[0]);
    expect(one.log).toEqual([]);
  });

  test('what was cancelled before it began is not begun', async () => {
    const one = desk(scriptOf(SILENT));
    expect(await one.read(TEXT, AbortSignal.abort())).toMatchObject({ code: 'cancelled' });
    expect(one.pids).toEqual([]);
  });

  test('a second document ends the first, and is read itself', async () => {
    const second =
      "process.on('message', (m) => { if (m.source.text === 'hai') process.send({ type: 'done', id: m.id, intake: { ok: false, code: 'no-text', params: {} } }); });";
    const one = desk(scriptOf(second));
    const first = one.read({ kind: 'text', text: 'một' });
    const next = one.read({ kind: 'text', text: 'hai' });
    expect(await first).toMatchObject({ code: 'cancelled' });
    expect(await next).toMatchObject({ code: 'no-text' });
    await gone(one.pids[0]);
  });

  test('cancelling a document that is read already does not touch the next one', async () => {
    const answers =
      "process.on('message', (m) => setTimeout(() => process.send({ type: 'done', id: m.id, intake: { ok: false, code: 'no-text', params: {} } }), 50));";
    const one = desk(scriptOf(answers));
    const mind = new AbortController();
    await one.read(TEXT, mind.signal);
    const next = one.read(TEXT);
    mind.abort();
    expect(await next).toMatchObject({ code: 'no-text' });
  });

  test('when the app closes, what is being read ends with it, and nothing more is begun', async () => {
    const one = desk(scriptOf(SILENT));
    const reading = one.read(TEXT);
    one.reader.stop();
    expect(await reading).toMatchObject({ code: 'stopping' });
    expect(await one.read(TEXT)).toMatchObject({ code: 'stopping' });
    await gone(one.pids[0]);
  });
});
