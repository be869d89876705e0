import { deflateSync } from 'node:zlib';

/** A PDF of these objects, numbered from 1; the first is its catalogue. */
export function pdfOf(objects: readonly (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  let length = parts[0]?.length ?? 0;
  const put = (data: string | Buffer): void => {
    const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
    parts.push(bytes);
    length += bytes.length;
  };
  objects.forEach((object, i) => {
    places.push(length);
    put(`${i + 1} 0 obj\n`);
    put(object);
    put('\nendobj\n');
  });
  const table = length;
  const entries = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  put(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`);
  put(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  return Buffer.concat(parts);
}
/** @param more entries of its dictionary */
export const stream = (data: Buffer, more = ''): Buffer =>
  Buffer.concat([Buffer.from(`<< /Length ${data.length} ${more} >>\nstream\n`), data, Buffer.from('\nendstream')]);

/** A picture of eight by eight points of black. */
export const pictureOf = (): Buffer =>
  stream(
    deflateSync(Buffer.alloc(3 * 8 * 8)),
    '/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode',
  );

/** A page of 595 by 842 points: its drawing, and entries of its own. `F` is a font, `I` a picture. */
export interface PdfPage {
  readonly content: string;
  readonly more?: string;
}

export function pagesOf(pages: readonly PdfPage[]): Buffer {
  const kids = pages.map((_, i) => `${5 + 2 * i} 0 R`).join(' ');
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /fi] >> >>',
    pictureOf(),
    ...pages.flatMap(({ content, more = '' }, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${6 + 2 * i} 0 R /Resources << /Font << /F 3 0 R >> /XObject << /I 4 0 R >> >> ${more} >>`,
      stream(Buffer.from(content, 'latin1')),
    ]),
  ]);
}

/** Lines of text, each at its place; `up` is counted from the lower edge. */
export const textAt = (lines: readonly (readonly [x: number, up: number, text: string])[], size = 12): string =>
  lines.map(([x, up, text]) => `BT /F ${size} Tf ${x} ${up} Td (${text}) Tj ET`).join('\n');

/** The picture over the whole page. */
export const SCAN = 'q 595 0 0 842 0 0 cm /I Do Q';
