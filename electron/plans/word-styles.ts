import { isOn } from './word-table';
import { readXml } from './xml';

/** What of a style matters here: its font, which may tell an old encoding, whether it is drawn and how, and its list. */
export interface WordStyle {
  readonly font: string | null;
  readonly hidden: boolean | null;
  readonly capitals: boolean | null;
  readonly struck: boolean | null;
  readonly listId: string | null;
  readonly level: number | null;
}

type Raw = { -readonly [K in keyof WordStyle]: WordStyle[K] } & { base: string | null };

const newStyle = (): Raw => ({
  base: null,
  font: null,
  hidden: null,
  capitals: null,
  struck: null,
  listId: null,
  level: null,
});
/** Styles stand on one another; a ring of them is an error of the file. */
const MAX_BASES = 20;

/** The styles of a document, each with what it takes over from those it is based on. */
export class WordStyles {
  readonly #styles = new Map<string, Raw>();
  readonly #whole = new Map<string | null, WordStyle>();
  readonly #default = newStyle();
  #normal: string | null = null;

  /** @param xml of word/styles.xml; null where there is none */
  constructor(xml: string | null) {
    if (xml !== null) this.#read(xml);
  }

  /** @param id of a paragraph's or run's style; null for the paragraph style that goes without saying */
  style(id: string | null): WordStyle {
    const known = this.#whole.get(id);
    if (known !== undefined) return known;
    const style = newStyle();
    let at = id ?? this.#normal;
    for (let i = 0; i < MAX_BASES && at !== null; i++) {
      const raw = this.#styles.get(at);
      if (raw === undefined) break;
      style.font ??= raw.font;
      style.hidden ??= raw.hidden;
      style.capitals ??= raw.capitals;
      style.struck ??= raw.struck;
      style.listId ??= raw.listId;
      style.level ??= raw.level;
      at = raw.base;
    }
    this.#whole.set(id, style);
    return style;
  }

  get defaultFont(): string | null {
    return this.#default.font;
  }

  #read(xml: string): void {
    let raw: Raw | null = null;
    readXml(xml, {
      open: (name, attribute) => {
        switch (name) {
          case 'w:rPrDefault':
            raw = this.#default;
            break;
          case 'w:style': {
            const id = attribute('styleId') ?? '';
            raw = newStyle();
            this.#styles.set(id, raw);
            if (attribute('type') === 'paragraph' && /^(1|true|on)$/.test(attribute('default') ?? ''))
              this.#normal = id;
            break;
          }
          case 'w:basedOn':
            if (raw !== null) raw.base = attribute('val');
            break;
          case 'w:rFonts':
            if (raw !== null) raw.font ??= attribute('ascii') ?? attribute('hAnsi');
            break;
          case 'w:vanish':
            if (raw !== null) raw.hidden = isOn(attribute('val'));
            break;
          case 'w:caps':
            if (raw !== null) raw.capitals = isOn(attribute('val'));
            break;
          case 'w:strike':
          case 'w:dstrike':
            // a style may name both, the one that is off behind the other
            if (raw !== null) raw.struck = raw.struck === true || isOn(attribute('val'));
            break;
          case 'w:numId':
            if (raw !== null) raw.listId = attribute('val');
            break;
          case 'w:ilvl':
            if (raw !== null) raw.level = Number(attribute('val') ?? 0);
            break;
        }
      },
      close: (name) => {
        if (name === 'w:style' || name === 'w:rPrDefault') raw = null;
      },
      text: () => undefined,
    });
  }
}
