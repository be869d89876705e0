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

/**
 * Walks an XML text from left to right in one pass, without recursion and without building a tree. It knows no
 * document type and no entities but the five of XML itself, so nothing can unfold or be fetched.
 * Names come as they are written, prefix included.
 * @throws IntakeError `broken` where tags do not close, stand too deep, or a document type is declared
 */
export function readXml(xml: string, listener: XmlListener): void {
  const open: string[] = [];
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
function readTag(xml: string, tag: number, open: string[], listener: XmlListener): number {
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
    const name = xml.slice(tag + 2, end - 1).trimEnd();
    if (open.pop() !== name) throw new IntakeError('broken');
    listener.close(name);
    return end;
  }
  const end = tagEnd(xml, tag + 1);
  const empty = xml.charCodeAt(end - 2) === SLASH;
  const inner = xml.slice(tag + 1, empty ? end - 2 : end - 1);
  const name = /^[^\s/>]+/.exec(inner)?.[0];
  if (name === undefined) throw new IntakeError('broken');
  if (open.length >= MAX_DEPTH) throw new IntakeError('broken');
  listener.open(name, (local) => attributeOf(inner, name.length, local));
  if (empty) listener.close(name);
  else open.push(name);
  return end;
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

/** Looks at each sign once: a tag may be as long as the file. */
function attributeOf(inner: string, from: number, local: string): string | null {
  let at = from;
  for (;;) {
    const equals = inner.indexOf('=', at);
    if (equals < 0) return null;
    const name = inner.slice(at, equals).trim();
    let begin = equals + 1;
    while (/\s/.test(inner[begin] ?? '')) begin++;
    const quote = inner[begin];
    if (quote !== '"' && quote !== "'") return null;
    const end = inner.indexOf(quote, begin + 1);
    if (end < 0) return null;
    if (name.slice(name.indexOf(':') + 1) === local) return decode(inner.slice(begin + 1, end));
    at = end + 1;
  }
}

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{1,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 0x10ffff ? '' : String.fromCodePoint(code);
  });
}
