/**
 * The form of the papers: how a Party office lays out a document, in one place, because offices differ and the rules
 * are renewed. Lengths in millimetres, letters in points.
 */
export interface OfficialForm {
  readonly page: { readonly width: number; readonly height: number };
  readonly margin: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  readonly pageNumber: { readonly size: number; readonly fromTop: number };
  readonly size: {
    readonly national: number;
    readonly superior: number;
    readonly issuer: number;
    readonly placeAndDate: number;
    readonly type: number;
    readonly summary: number;
    readonly body: number;
    readonly table: number;
    readonly signature: number;
  };
  /** The committee above the one that makes the paper, in as many lines as it has; empty leaves it out. */
  readonly superior: string;
  readonly national: string;
  /** The place in front of the date. */
  readonly city: string;
  readonly title: string;
  readonly maker: string;
  /** For whom the paper is signed: the authority first, the position below it. */
  readonly signer: readonly [authority: string, position: string];
}

export const OFFICIAL_FORM: OfficialForm = {
  page: { width: 210, height: 297 },
  margin: { top: 20, bottom: 20, left: 30, right: 15 },
  pageNumber: { size: 14, fromTop: 10 },
  size: {
    national: 15,
    superior: 14,
    issuer: 14,
    placeAndDate: 14,
    type: 16,
    summary: 14,
    body: 14,
    table: 13,
    signature: 14,
  },
  superior: 'Đảng bộ thành phố\nHải Phòng',
  national: 'Đảng Cộng sản Việt Nam',
  city: 'Hải Phòng',
  title: 'Danh sách điểm danh đại biểu',
  maker: 'Người lập',
  signer: ['T/L Ban Thường vụ', 'Chánh Văn phòng'],
};
