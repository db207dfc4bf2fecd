import { fileURLToPath } from 'node:url';
import type { Locale } from './document.ts';

/** The package exports only its entry, `dist/index.js`; the fonts stand beside that folder. */
const fontFolder = new URL('../fonts/', import.meta.resolve('@embedpdf/fonts-sc'));
const fontFile = (weight: string): string => fileURLToPath(new URL(`NotoSansHans-${weight}.otf`, fontFolder));

/** Noto Sans SC (SIL Open Font Licence 1.1); pdfkit embeds only the glyphs that are used. */
export const fonts = { regular: fontFile('Regular'), bold: fontFile('Bold') } as const;

/** A4 in points. All content stays between `top` and `bottom`; the running lines stand outside. */
export const page = { width: 595.28, height: 841.89, left: 56, right: 56, top: 78, bottom: 772 } as const;
export const textWidth = page.width - page.left - page.right;

export const colours = {
  ink: '#1f2a30',
  muted: '#64727a',
  brand: '#0b5563',
  accent: '#e8590c',
  rule: '#c9d3d6',
  tableHead: '#e3eff1',
  stripe: '#f6f9fa',
  note: '#fff5ec',
  onBrand: '#ffffff',
  onBrandSoft: '#cfe3e7',
} as const;

export const sizes = {
  title: 25,
  longTitle: 21,
  subtitle: 11.5,
  section: 15,
  subsection: 11.5,
  body: 10,
  cell: 9.2,
  running: 8,
} as const;

export const shopName: Record<Locale, string> = { zh: '暖澜电器', en: 'Nuanlan Home' };

/** The footer's page number. */
export const pageNumber: Record<Locale, (page: number, of: number) => string> = {
  zh: (n, of) => `第 ${n} 页，共 ${of} 页`,
  en: (n, of) => `Page ${n} of ${of}`,
};
