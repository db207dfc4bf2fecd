/** The body of an object, or a stream with the entries of its dictionary. */
export type RawObject = string | { entries: string; bytes: Buffer };

/** A PDF of the given objects, numbered from 1, with a right cross-reference table; the first is the catalogue. */
export function rawPdf(objects: RawObject[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let size = parts[0]?.length ?? 0;
  const add = (part: Buffer) => {
    parts.push(part);
    size += part.length;
  };
  for (const [i, object] of objects.entries()) {
    offsets.push(size);
    if (typeof object === 'string') add(Buffer.from(`${i + 1} 0 obj\n${object}\nendobj\n`));
    else {
      add(Buffer.from(`${i + 1} 0 obj\n<< ${object.entries} /Length ${object.bytes.length} >>\nstream\n`));
      add(object.bytes);
      add(Buffer.from('\nendstream\nendobj\n'));
    }
  }
  const xref = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const tail = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${xref}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${size}\n%%EOF\n`;
  add(Buffer.from(tail));
  return Buffer.concat(parts);
}

export const textStream = (text: string): RawObject => ({ entries: '', bytes: Buffer.from(text) });

/** One page that shows `content`; further objects begin at number 6. */
export const onePage = (
  content: RawObject,
  more: RawObject[] = [],
  options: { page?: string; resources?: string } = {},
) =>
  rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${options.resources ?? ''} >> ${options.page ?? ''} >>`,
    content,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...more,
  ]);

export const HELLO = 'BT /F1 12 Tf 72 720 Td (Goods may be returned within seven days.) Tj ET\n';
