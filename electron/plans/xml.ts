import { IntakeError } from './limits';

/** Told what stands in an XML text, in order. */
export interface XmlListener {
  /** @param attribute the value of an attribute by its local name; null where there is none */
  open(name: string, attribute: (local: string) => string | null): void;
  close(name: string): void;
  text(text: string): void;
}

/** Real documents stay below 60; a tower of tags is made to bring a reader down. */
const MAX_DEPTH = 400;

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** What the parts of Office documents are called here, whatever prefix a file gives them; the strict edition has names of its own. */
const SPACES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
};

/** Which prefixes a tag declares, and below which other tag it stands. */
interface Scope {
  readonly above: Scope | null;
  /** Null for a namespace that is not known here. */
  readonly prefixes: ReadonlyMap<string, string | null>;
  /** What has been asked already. */
  readonly names: Map<string, string>;
}
interface OpenTag {
  readonly written: string;
  readonly name: string;
  /** In which its content stands. */
  readonly scope: Scope | null;
}

/**
 * Walks an XML text from left to right in one pass, without recursion and without building a tree. It knows no
 * document type and no entities but the five of XML itself, so nothing can unfold or be fetched.
 * Names come with the usual prefix of their namespace (`w:p`) where it is known, else as they are written.
 * @throws IntakeError `broken` where tags do not close, stand too deep, or a document type is declared
 */
export function readXml(xml: string, listener: XmlListener): void {
  const open: OpenTag[] = [];
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    if (tag > at) {
      if (open.length > 0) listener.text(decode(xml.slice(at, tag)));
    } else if (tag < 0) {
      if (open.length > 0) throw new IntakeError('broken');
      return;
    }
    at = readTag(xml, tag, open, listener);
  }
  if (open.length > 0) throw new IntakeError('broken');
}

/** @returns where the text goes on */
function readTag(xml: string, tag: number, open: OpenTag[], listener: XmlListener): number {
  const next = xml.charCodeAt(tag + 1);
  if (next === QUESTION) return behind(xml, '?>', tag);
  if (next === EXCLAMATION) {
    if (xml.startsWith('<!--', tag)) return behind(xml, '-->', tag);
    if (!xml.startsWith('<![CDATA[', tag)) throw new IntakeError('broken');
    const end = behind(xml, ']]>', tag);
    listener.text(xml.slice(tag + 9, end - 3));
    return end;
  }
  if (next === SLASH) {
    const end = behind(xml, '>', tag);
    const closed = open.pop();
    if (closed?.written !== xml.slice(tag + 2, end - 1).trimEnd()) throw new IntakeError('broken');
    listener.close(closed.name);
    return end;
  }
  const end = tagEnd(xml, tag + 1);
  const empty = xml.charCodeAt(end - 2) === SLASH;
  const inner = xml.slice(tag + 1, empty ? end - 2 : end - 1);
  const written = /^[^\s/>]+/.exec(inner)?.[0];
  if (written === undefined) throw new IntakeError('broken');
  if (open.length >= MAX_DEPTH) throw new IntakeError('broken');
  const scope = scopeOf(inner, written.length, open.at(-1)?.scope ?? null);
  const name = nameIn(scope, written);
  listener.open(name, (local) => attributeOf(inner, written.length, local));
  if (empty) listener.close(name);
  else open.push({ written, name, scope });
  return end;
}

function scopeOf(inner: string, from: number, above: Scope | null): Scope | null {
  if (!inner.includes('xmlns')) return above;
  const prefixes = new Map<string, string | null>();
  eachAttribute(inner, from, (name, value) => {
    if (name === 'xmlns') prefixes.set('', SPACES[value()] ?? null);
    else if (name.startsWith('xmlns:')) prefixes.set(name.slice(6), SPACES[value()] ?? null);
    return false;
  });
  return prefixes.size === 0 ? above : { above, prefixes, names: new Map() };
}

function nameIn(scope: Scope | null, written: string): string {
  if (scope === null) return written;
  const asked = scope.names.get(written);
  if (asked !== undefined) return asked;
  const colon = written.indexOf(':');
  const prefix = written.slice(0, Math.max(0, colon));
  let at: Scope | null = scope;
  while (at !== null && !at.prefixes.has(prefix)) at = at.above;
  const usual = at?.prefixes.get(prefix) ?? null;
  const name = usual === null ? written : `${usual}:${written.slice(colon + 1)}`;
  scope.names.set(written, name);
  return name;
}

const QUESTION = 0x3f;
const EXCLAMATION = 0x21;
const SLASH = 0x2f;

function behind(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw new IntakeError('broken');
  return at + mark.length;
}

/** A `>` inside a quoted value does not end the tag. */
function tagEnd(xml: string, from: number): number {
  let quote = 0;
  for (let i = from; i < xml.length; i++) {
    const c = xml.charCodeAt(i);
    if (quote !== 0) {
      if (c === quote) quote = 0;
    } else if (c === 0x22 || c === 0x27) quote = c;
    else if (c === 0x3e) return i + 1;
  }
  throw new IntakeError('broken');
}

/**
 * Looks at each sign once: a tag may be as long as the file.
 * @param visit ends the walk by true
 */
function eachAttribute(inner: string, from: number, visit: (name: string, value: () => string) => boolean): void {
  let at = from;
  for (;;) {
    const equals = inner.indexOf('=', at);
    if (equals < 0) return;
    const name = inner.slice(at, equals).trim();
    let begin = equals + 1;
    while (/\s/.test(inner[begin] ?? '')) begin++;
    const quote = inner[begin];
    if (quote !== '"' && quote !== "'") return;
    const end = inner.indexOf(quote, begin + 1);
    if (end < 0 || visit(name, () => decode(inner.slice(begin + 1, end)))) return;
    at = end + 1;
  }
}

function attributeOf(inner: string, from: number, local: string): string | null {
  let found: string | null = null;
  eachAttribute(inner, from, (name, value) => {
    if (name.slice(name.indexOf(':') + 1) !== local) return false;
    found = value();
    return true;
  });
  return found;
}

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{1,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 0x10ffff ? '' : String.fromCodePoint(code);
  });
}
