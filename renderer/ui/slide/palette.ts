/**
 * Colours of the slides. Lacquer red and gold stay a step inside full saturation: a camera, an encoder and an LED
 * wall all bleed at pure red and pure yellow, and letters then lose their edges.
 */
export const PALETTE = {
  fieldMiddle: '#b8121c',
  fieldEdge: '#930c16',
  /** The rows of the agenda stand on this. */
  panel: 'rgba(74, 4, 10, 0.42)',
  gold: '#fbd335',
  goldLine: '#e3b53c',
  goldDim: 'rgba(250, 210, 80, 0.5)',
  cream: '#fff3d2',
  creamDim: 'rgba(255, 243, 210, 0.56)',
  /** Letters on gold. */
  onGold: '#6d0710',
  black: '#000000',
} as const;

export const TEXT_FAMILY = "'Be Vietnam Pro', 'DejaVu Sans', sans-serif";
/** Digits in cells of one width, for everything that is a time. */
export const FIGURE_FAMILY = `'Diem Cau Figures', ${TEXT_FAMILY}`;

/** Added to every space, in ems: Vietnamese is all short syllables, and the family sets them tight. */
export const WORD_SPACING = 0.06;

export type Weight = 400 | 500 | 600 | 700 | 800;
