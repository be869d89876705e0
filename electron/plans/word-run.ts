import { PAGE, struck } from './blocks';
import type { Legacy, LegacyText } from './legacy';
import type { WordStyles } from './word-styles';
import { isOn } from './word-table';

type Attribute = (local: string) => string | null;

/** How a piece of text is to be read: what its letters mean, and whether it is drawn in capitals or struck through. */
export interface Reading {
  readonly legacy: Legacy | null;
  readonly capitals: boolean;
  readonly struck: boolean;
}

/** A stretch of text with one look. Null is what the run leaves to its styles. */
export class WordRun {
  #font: string | null = null;
  #style: string | null = null;
  #hidden: boolean | null = null;
  #capitals: boolean | null = null;
  #struck: boolean | null = null;

  property(name: string, attribute: Attribute): void {
    switch (name) {
      case 'w:rFonts':
        this.#font = attribute('ascii') ?? attribute('hAnsi');
        break;
      case 'w:rStyle':
        this.#style = attribute('val');
        break;
      case 'w:vanish':
        this.#hidden = isOn(attribute('val'));
        break;
      case 'w:caps':
        this.#capitals = isOn(attribute('val'));
        break;
      case 'w:strike':
      case 'w:dstrike':
        // Word writes both where one of them is meant
        this.#struck = this.#struck === true || isOn(attribute('val'));
        break;
    }
  }

  /** @param paragraph the style of the paragraph; null for the one that goes without saying */
  look(styles: WordStyles, paragraph: string | null) {
    const own = this.#style === null ? null : styles.style(this.#style);
    const below = styles.style(paragraph);
    return {
      font: this.#font ?? own?.font ?? below.font ?? styles.defaultFont,
      hidden: this.#hidden ?? own?.hidden ?? below.hidden ?? false,
      capitals: this.#capitals ?? own?.capitals ?? below.capitals ?? false,
      struck: this.#struck ?? own?.struck ?? below.struck ?? false,
    };
  }
}

/** The text in Unicode as it is drawn, marked where it is struck through. */
export function drawnText(
  { text, legacy, capitals, struck: isStruck }: Reading & { readonly text: string },
  convert: (text: LegacyText) => string,
): string {
  const plain = legacy === null ? text : convert({ text, legacy });
  const drawn = capitals ? plain.toUpperCase() : plain;
  return isStruck ? struck(drawn) : drawn;
}

const DRAWN: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:cr': '\n',
  'w:br': '\n',
  'w:lastRenderedPageBreak': PAGE,
  'w:noBreakHyphen': '-',
};

/** @returns what an element draws that is no text of its own; null for one that draws nothing */
export function markOf(name: string, attribute: Attribute): string | null {
  if (name === 'w:br' && attribute('type') === 'page') return PAGE;
  if (name === 'w:sym') return symbolOf(attribute('font') ?? '', attribute('char') ?? '');
  return DRAWN[name] ?? null;
}

/** Signs of symbol fonts that say something in an agenda: arrows between times, boxes and ticks before items. */
const SYMBOLS: readonly (readonly [RegExp, string, string])[] = [
  [/^wingdings$/i, '\xd8\xd8\xe0\xe8\xf0', '→'],
  [/^wingdings 3$/i, '\x22\x9a\xae', '→'],
  [/^symbol$/i, '\xae\xde', '→'],
  [/^symbol$/i, '\xb4', '×'],
];

/** @param char the place in the font, in hexadecimal; symbol fonts count from F000 */
function symbolOf(font: string, char: string): string {
  const code = Number.parseInt(char, 16);
  if (!(code > 0x20 && code <= 0xffff)) return '';
  if (code < 0xf000 && !/symbol|dings/i.test(font)) return String.fromCharCode(code);
  const sign = String.fromCharCode(code & 0xff);
  // most of the others are bullets of some shape
  return SYMBOLS.find(([fonts, signs]) => fonts.test(font) && signs.includes(sign))?.[2] ?? '-';
}
