import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../../electron/tooling/run.mjs';
import { makeTemp } from '../../tooling/temp';

const OFFICE = '/usr/bin/soffice';
/** A start takes seconds on a busy machine, a document a fraction of one. */
const LIMIT_MS = 90_000;
/** It gives up silently somewhere above two hundred files in one call. */
const BATCH = 80;

/** Why no document can be made here; null where it can. */
export const withoutOffice = existsSync(OFFICE) ? null : 'LibreOffice is not installed (npm run setup)';

/**
 * Lets LibreOffice turn files into others, a few calls at most, with a profile of its own.
 * @param extension of the new files, and the filter that makes them where it must be named: `docx:Office Open XML Text`
 * @param from the filter that opens them, where the files do not tell by themselves
 * @returns the folder of the new files; they keep their names
 * @throws if it fails
 */
export async function convert(
  files: readonly string[],
  extension: string,
  from: string | null = null,
): Promise<string> {
  const profile = makeTemp('office');
  const out = makeTemp('made');
  for (let at = 0; at < files.length; at += BATCH) {
    const args = [
      `-env:UserInstallation=file://${profile}`,
      '--headless',
      ...(from === null ? [] : [`--infilter=${from}`]),
      '--convert-to',
      extension,
      '--outdir',
      out,
      ...files.slice(at, at + BATCH),
    ];
    const { code, stderr } = await run(OFFICE, args, { limitMs: LIMIT_MS, env: { ...process.env, HOME: profile } });
    if (code !== 0) throw new Error(`soffice: ${stderr}`);
  }
  return out;
}

/** @returns the path of an HTML file with that body, set as an office sets its papers */
export function page(folder: string, name: string, body: string): string {
  const file = join(folder, `${name}.html`);
  const style = `
    @page { size: 21cm 29.7cm; margin: 2cm 1.5cm 2cm 3cm }
    body, p, td, th { font-family: 'Liberation Serif', 'DejaVu Serif', serif; font-size: 14pt }
    p { margin: 0 0 4pt 0; text-align: justify }
    td p, th p { text-align: left }`;
  writeFileSync(
    file,
    `<!DOCTYPE html><html><head><meta charset="utf-8"><style>${style}</style></head><body>${body}</body></html>`,
  );
  return file;
}

/** Blanks that were typed in a row stay as many: HTML makes one of them. */
const escaped = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/ {2,}/g, (blanks) => `${'&nbsp;'.repeat(blanks.length - 1)} `);

/** A text as an office would have typed it: a paragraph a line, and neighbouring lines with tabs as one table. */
export function bodyOf(text: string): string {
  const parts: string[] = [];
  let rows: string[][] = [];
  const endTable = (): void => {
    if (rows.length === 0) return;
    const columns = Math.max(...rows.map((row) => row.length));
    const html = rows.map((row) => {
      const cells = row.map((cell, i) => {
        const rest = i === row.length - 1 ? columns - i : 1;
        return `<td${rest > 1 ? ` colspan="${rest}"` : ''}><p>${escaped(cell)}</p></td>`;
      });
      return `<tr>${cells.join('')}</tr>`;
    });
    parts.push(`<table border="1" cellspacing="0" width="100%">${html.join('')}</table>`);
    rows = [];
  };
  for (const line of text.split(/\r?\n/)) {
    if (line.includes('\t')) {
      rows.push(line.split('\t'));
      continue;
    }
    endTable();
    parts.push(`<p>${line.trim() === '' ? '<br>' : escaped(line)}</p>`);
  }
  endTable();
  return parts.join('\n');
}
