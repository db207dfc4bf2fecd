import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextPiece } from './atoms.ts';

interface Field {
  type?: string;
  value?: unknown;
  exportValues?: unknown;
  page?: number;
  rect?: number[];
}

const SIZE = 10;

function shown({ type, value }: Field): string {
  if (type === 'checkbox' || type === 'radiobutton')
    return value === undefined || value === 'Off' || !value ? '☐' : '☑';
  if (type === 'button' || type === 'signature') return '';
  const values = Array.isArray(value) ? value : [value];
  return values.filter((one) => typeof one === 'string' && one.trim() !== '').join(', ');
}

/** What the fields of a form hold, by page, as pieces of text where the fields stand: beside their labels. */
export async function formValues(pdf: PDFDocumentProxy): Promise<Map<number, TextPiece[]>> {
  const byPage = new Map<number, TextPiece[]>();
  const fields = (await pdf.getFieldObjects().catch(() => null)) as Record<string, Field[]> | null;
  for (const field of Object.values(fields ?? {}).flat()) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = field.rect ?? [];
    const str = shown(field).replace(/\s+/g, ' ');
    if (str === '' || field.page === undefined) continue;
    const middle = (y0 + y1) / 2 - SIZE * 0.35;
    const transform = [SIZE, 0, 0, SIZE, Math.min(x0, x1) + 2, middle];
    const piece = { str, dir: 'ltr', transform, width: Math.min(Math.abs(x1 - x0), str.length * SIZE), height: SIZE };
    const pieces = byPage.get(field.page + 1) ?? [];
    pieces.push({ ...piece, fontName: 'field' });
    byPage.set(field.page + 1, pieces);
  }
  return byPage;
}
