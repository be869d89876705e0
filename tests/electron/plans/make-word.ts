import { strToU8, zipSync } from 'fflate';

const NS =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';

export interface WordParts {
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
}

/** The main part alone, with that content of its body. */
export const parts = (body: string): Readonly<Record<string, string>> => ({
  'word/document.xml': `<w:document ${NS}><w:body>${body}</w:body></w:document>`,
});

/** The bytes of a .docx with that content of its body. */
export function wordFile({ body, numbering, styles }: WordParts): Uint8Array {
  return zipOf({
    ...parts(body),
    ...(numbering === undefined ? {} : { 'word/numbering.xml': `<w:numbering ${NS}>${numbering}</w:numbering>` }),
    ...(styles === undefined ? {} : { 'word/styles.xml': `<w:styles ${NS}>${styles}</w:styles>` }),
  });
}

/** A zip of texts. */
export const zipOf = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data]),
    ),
  );

export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
export const cell = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;
export const row = (cells: string, properties = ''): string => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
