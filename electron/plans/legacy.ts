import iconv from 'iconv-lite';

/** The two encodings that Vietnamese offices used before Unicode, and the font that shows small letters as capitals. */
export type Legacy = 'TCVN3' | 'TCVN3 capitals' | 'VNI';

export interface LegacyText {
  /** Each byte of the old encoding as the character that cp1252 has for it: how Word and PDF keep it. */
  readonly text: string;
  readonly legacy: Legacy;
}

/** @returns the old encoding of a font, by its name; null for every other font */
export function fontEncoding(font: string | null): Legacy | null {
  if (font === null) return null;
  if (/^\.vn/i.test(font)) return /h$/i.test(font) ? 'TCVN3 capitals' : 'TCVN3';
  return /^vni[-\s]/i.test(font) ? 'VNI' : null;
}

/** The text in Unicode, composed. Already Vietnamese letters in it stay as they are. */
export function fromLegacy({ text, legacy }: LegacyText): string {
  if (legacy === 'VNI') return fromVni(text);
  const plain = fromTcvn3(text);
  return legacy === 'TCVN3' ? plain : plain.toUpperCase();
}

/** TCVN 5712-3 (ABC). What the encoding shares with cp1252, quotation marks above all, stays. */
export function fromTcvn3(text: string): string {
  // below A1 the two standards differ only in signs, and there every program meant cp1252
  return text
    .replace(/[\u00a1-\u00ff]/g, (sign) => {
      const letter = iconv.decode(Buffer.from([sign.charCodeAt(0)]), 'tcvn');
      return letter === '\ufffd' ? sign : letter;
    })
    .normalize('NFC');
}

const ACUTE = '\u0301';
const GRAVE = '\u0300';
const HOOK = '\u0309';
const TILDE = '\u0303';
const DOT = '\u0323';
const ROOF = '\u0302';
const BREVE = '\u0306';

/** Marks of VNI stand behind their letter. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  ù: ACUTE,
  ø: GRAVE,
  û: HOOK,
  õ: TILDE,
  ï: DOT,
  â: ROOF,
  á: ROOF + ACUTE,
  à: ROOF + GRAVE,
  å: ROOF + HOOK,
  ã: ROOF + TILDE,
  ä: ROOF + DOT,
  ê: BREVE,
  é: BREVE + ACUTE,
  è: BREVE + GRAVE,
  ú: BREVE + HOOK,
  ü: BREVE + TILDE,
  ë: BREVE + DOT,
};
/** Letters of VNI that are one sign. í and ì are as in cp1252. */
const VNI_LETTERS: Readonly<Record<string, string>> = { ñ: 'đ', ö: 'ư', ô: 'ơ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' };

/** VNI for Windows. In one pass: what a pair gives may look like one of the letters. */
export function fromVni(text: string): string {
  return text.replace(
    /([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ñöôæóòî]/gi,
    (sign, letter: string | undefined, mark: string | undefined) => {
      if (letter === undefined || mark === undefined) return fromVniLetter(sign);
      return (fromVniLetter(letter) + (VNI_MARKS[mark.toLowerCase()] ?? '')).normalize('NFC');
    },
  );
}

function fromVniLetter(sign: string): string {
  const small = sign.toLowerCase();
  const letter = VNI_LETTERS[small] ?? small;
  return sign === small ? letter : letter.toUpperCase();
}
