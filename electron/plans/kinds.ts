import type { IntakeCode } from '../../shared/words/intake';
import { IntakeError } from './limits';
import { Zip } from './zip';

/** What can be read, with its zip opened where it is one. */
export type Kind =
  | { readonly kind: 'word'; readonly zip: Zip }
  | { readonly kind: 'workbook'; readonly zip: Zip | null }
  | { readonly kind: 'pdf' | 'csv' | 'text' };

const PICTURES: readonly (readonly [string, RegExp])[] = [
  ['JPEG', /^\xff\xd8\xff/],
  ['PNG', /^\x89PNG/],
  ['GIF', /^GIF8/],
  ['BMP', /^BM.{4}\0\0\0\0/s],
  ['TIFF', /^(II\*\0|MM\0\*)/],
  ['WEBP', /^RIFF.{4}WEBP/s],
  ['HEIC', /^.{4}ftyp(heic|heix|hevc|mif1|msf1|avif)/s],
];

/** Zips that are documents of another program, each with its sentence. */
const OTHER_ZIPS: readonly (readonly [RegExp, IntakeCode, string])[] = [
  [/^ppt\//, 'presentation', 'PowerPoint'],
  [/^content\.xml$/, 'open-document', 'OpenDocument'],
  [/^Index\/|^index\.apxl$/i, 'other-document', 'Pages'],
  [/^visio\//, 'other-document', 'Visio'],
  [/^META-INF\/container\.xml$/, 'other-document', 'EPUB'],
];

const ARCHIVES: readonly (readonly [string, string])[] = [
  ['RAR', 'Rar!'],
  ['7z', '7z\xbc\xaf'],
  ['gz', '\x1f\x8b'],
];

/** Names of files that are never text. Old programs wrote text into .doc and .xls. */
const CALLED = /\.(docx|docm|dotx|xlsx|xlsm|pdf)$/i;

/** The head of a letter or a saved page: several named lines, one of them that it is MIME. */
const MAIL = /^(?:[A-Za-z][A-Za-z-]{1,40}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*?MIME-Version:/i;

/**
 * What a file is, by its bytes: names lie more often. The name only tells a table in text from other text, and that a
 * text is no document of Word, Excel or PDF although it is called one.
 * @throws IntakeError for everything that cannot be read, with the reason of its kind
 */
export function kindOf(name: string, bytes: Uint8Array): Kind {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (head.startsWith('PK')) return zipKind(bytes);
  if (head.includes('%PDF-')) return { kind: 'pdf' };
  if (head.startsWith('\xd0\xcf\x11\xe0')) return compoundKind(bytes);
  for (const [format, pattern] of PICTURES) if (pattern.test(head)) throw new IntakeError('picture', { format });
  if (head.startsWith('{\\rtf')) throw new IntakeError('rich-text');
  if (/^(\ufeff|\xef\xbb\xbf)?\s*<(!doctype html|html|head|body)/i.test(head)) throw new IntakeError('web-page');
  if (/^(\ufeff|\xef\xbb\xbf)?\s*<\?xml/.test(head)) throw new IntakeError('other-document', { format: 'XML' });
  for (const [format, mark] of ARCHIVES) if (head.startsWith(mark)) throw new IntakeError('archive', { format });
  if (MAIL.test(head)) throw new IntakeError('mail');
  const called = CALLED.exec(name)?.[0].toLowerCase();
  if (called !== undefined) throw new IntakeError('not-as-called', { ending: called });
  return { kind: /\.(csv|tsv)$/i.test(name) ? 'csv' : 'text' };
}

function zipKind(bytes: Uint8Array): Kind {
  const zip = new Zip(bytes);
  const { names } = zip;
  if (names.some((n) => /^word\/document\d*\.xml$/.test(n))) return { kind: 'word', zip };
  if (names.some((n) => /^xl\/workbook\.(xml|bin)$/.test(n))) return { kind: 'workbook', zip };
  for (const [pattern, code, format] of OTHER_ZIPS)
    if (names.some((n) => pattern.test(n))) throw new IntakeError(code, { format });
  throw new IntakeError('archive', { format: 'ZIP' });
}

/** The old container of Office: told by the names in its directory, which stand there in UTF-16. */
function compoundKind(bytes: Uint8Array): Kind {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (name: string): boolean => all.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) throw new IntakeError('password-document');
  if (has('WordDocument')) throw new IntakeError('old-word');
  if (has('Workbook') || has('Book')) return { kind: 'workbook', zip: null };
  if (has('PowerPoint Document')) throw new IntakeError('presentation');
  if (has('__nameid_version1.0')) throw new IntakeError('mail');
  throw new IntakeError('other-document', { format: 'Office 97' });
}
