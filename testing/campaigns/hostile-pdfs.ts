import { createDeflate, deflateSync } from 'node:zlib';
import { HELLO, onePage, type RawObject, rawPdf, textStream } from './raw-pdf.ts';

const TREE = 100_000;
const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

/** `unit` over and over, `megabytes` in all, deflated. */
function deflated(unit: string, megabytes: number): Promise<Buffer> {
  const deflate = createDeflate({ level: 9 });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve) => deflate.on('end', () => resolve(Buffer.concat(chunks))));
  deflate.on('data', (chunk: Buffer) => chunks.push(chunk));
  const part = Buffer.from(unit.repeat(Math.ceil(2 ** 20 / unit.length)));
  const write = (left: number) => {
    if (left === 0) deflate.end();
    else deflate.write(part, () => write(left - 1));
  };
  write(megabytes);
  return done;
}

/** A stream that is `megabytes` long when both of its filters have been undone; itself about 2 kB. */
async function bomb(unit: string, megabytes: number, entries = ''): Promise<RawObject> {
  const bytes = deflateSync(await deflated(unit, megabytes), { level: 9 });
  return { entries: `/Filter [/FlateDecode /FlateDecode] ${entries}`, bytes };
}

/** Pages as kids of one node; `page` is each one's dictionary. */
const flatTree = (pages: number, count: number | string) =>
  rawPdf([
    CATALOG,
    `<< /Type /Pages /Count ${count} /Kids [${Array.from({ length: pages }, (_, i) => `${i + 5} 0 R`).join(' ')}] >>`,
    textStream(HELLO),
    FONT,
    ...Array.from(
      { length: pages },
      () =>
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /Font << /F1 4 0 R >> >> >>',
    ),
  ]);

/** A tree in which each node has one kid, `depth` times; the last one is a page, or the first node again. */
const deepTree = (depth: number, cyclic: boolean) =>
  rawPdf([
    CATALOG,
    ...Array.from({ length: depth }, (_, i) => {
      const next = i + 1 < depth ? i + 3 : cyclic ? 2 : depth + 2;
      return `<< /Type /Pages /Count 1 ${i ? `/Parent ${i + 1} 0 R` : ''} /Kids [${next} 0 R] >>`;
    }),
    `<< /Type /Page /Parent ${depth + 1} 0 R /MediaBox [0 0 595 842] >>`,
  ]);

const toUnicode = (ranges: string) =>
  textStream(
    `/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange ${ranges} endcmap end end`,
  );

/** Files made to be expensive, by name. `megabytes`: what the bombs grow to. */
export async function hostilePdfs(megabytes: number): Promise<Record<string, Buffer>> {
  const form = (name: string, other: number): RawObject => ({
    entries: `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${other} 0 R >> >>`,
    bytes: Buffer.from(`q /X Do /X Do Q %${name}`),
  });
  const outline = (i: number) =>
    `<< /Title (Part ${i}) /Next ${7 + ((i + 1) % 50)} 0 R /First ${7 + ((i * 7) % 50)} 0 R >>`;
  return {
    'bomb of spaces': onePage(await bomb(' ', megabytes)),
    'bomb of text': onePage(await bomb('BT /F1 9 Tf (goods may be returned) Tj ET ', megabytes)),
    'bomb of one string': onePage({
      entries: '/Filter [/FlateDecode /FlateDecode]',
      bytes: deflateSync(
        deflateSync(
          Buffer.concat([Buffer.from('BT /F1 9 Tf ('), Buffer.alloc(megabytes * 2 ** 18, 'a'), Buffer.from(') Tj ET')]),
        ),
      ),
    }),
    'bomb of open states': onePage(await bomb('q ', megabytes)),
    'bomb of arrays': onePage(await bomb('[', Math.ceil(megabytes / 8))),
    'bomb in a character map': rawPdf([
      CATALOG,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      textStream(HELLO),
      '<< /Type /Font /Subtype /TrueType /BaseFont /Arial /ToUnicode 6 0 R /FontDescriptor 7 0 R /FirstChar 0 /LastChar 255 >>',
      await bomb('1 beginbfchar <41> <0041> endbfchar ', megabytes),
      '<< /Type /FontDescriptor /FontName /Arial /Flags 32 /FontFile2 8 0 R >>',
      await bomb('\u0000\u0001', megabytes, '/Length1 100'),
    ]),
    'bomb of objects': rawPdf([
      CATALOG,
      '<< /Type /Pages /Kids [5 0 R] /Count 1 >>',
      await bomb('1 0 ', megabytes, '/Type /ObjStm /N 1000000 /First 4000000'),
    ]),
    '100,000 pages': flatTree(TREE, TREE),
    '100,000 pages that claim to be 3': flatTree(TREE, 3),
    '3 pages that claim to be 4,000': flatTree(3, 4_000),
    '4,999 empty kids': flatTree(1, 4_999),
    '1 page that claims to be a billion': flatTree(1, 1_000_000_000),
    'negative count': flatTree(1, -5),
    '100,000 nodes deep': deepTree(TREE, false),
    'cyclic tree': deepTree(3, true),
    'cyclic tree of 100,000': deepTree(TREE, true),
    'a node that is its own kid': rawPdf([CATALOG, `<< /Type /Pages /Count 4000 /Kids [${'2 0 R '.repeat(4_000)}] >>`]),
    'huge page': onePage(textStream(HELLO), [], { page: '/MediaBox [0 0 1e30 1e30] /UserUnit 1e30 /Rotate 77777' }),
    'recursive forms': onePage(textStream(`/X Do ${HELLO}`), [form('a', 7), form('b', 6)], {
      resources: '/XObject << /X 6 0 R >>',
    }),
    'forms that double 40 times': onePage(
      textStream('/X Do'),
      Array.from({ length: 40 }, (_, i) => form(String(i), i === 39 ? 4 : i + 7)),
      { resources: '/XObject << /X 6 0 R >>' },
    ),
    'character map of four billion': rawPdf([
      CATALOG,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      textStream(HELLO),
      '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding 7 0 R /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] /ToUnicode 6 0 R >>',
      toUnicode('1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange'),
      {
        entries: '/Type /CMap /CMapName /Big',
        bytes: Buffer.from(
          'begincmap 1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 1 begincidrange <00000000> <FFFFFFFF> 0 endcidrange endcmap',
        ),
      },
    ]),
    'giant font': rawPdf([
      CATALOG,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      textStream(HELLO),
      `<< /Type /Font /Subtype /TrueType /BaseFont /Arial /FirstChar 0 /LastChar 2000000 /Widths [${'500 '.repeat(500_000)}] /FontDescriptor 6 0 R >>`,
      '<< /Type /FontDescriptor /FontName /Arial /Flags 4 /FontFile2 7 0 R >>',
      { entries: '/Filter /FlateDecode', bytes: deflateSync(Buffer.alloc(40 * 2 ** 20, 1)) },
    ]),
    'a million brackets': onePage(textStream(`${'['.repeat(1_000_000)} ${HELLO}`)),
    'a million dictionaries': rawPdf([CATALOG, `<< /Type /Pages /Count 1 /Kids ${'<< /A '.repeat(1_000_000)}`]),
    'outline in circles': rawPdf([
      '<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      textStream(HELLO),
      FONT,
      '<< /Type /Outlines /First 7 0 R /Last 56 0 R /Count 50 >>',
      ...Array.from({ length: 50 }, (_, i) => outline(i)),
    ]),
    'cross-references in circles': Buffer.from(
      '%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n',
    ),
    'ten million objects': Buffer.from(
      '%PDF-1.7\nxref\n0 10000000\ntrailer\n<< /Size 10000000 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n',
    ),
    'two million letters': onePage(textStream(`BT /F1 1 Tf ${'(returned goods) Tj 1 0 Td '.repeat(150_000)} ET`)),
    'a letter a line, all over': onePage(
      textStream(
        Array.from({ length: 60_000 }, (_, i) => `BT /F1 9 Tf ${(i * 37) % 595} ${(i * 91) % 842} Td (a) Tj ET`).join(
          '\n',
        ),
      ),
    ),
    'rules all over': onePage(
      textStream(
        `${Array.from({ length: 200_000 }, (_, i) => `${(i * 37) % 595} ${(i * 91) % 842} 20 1 re f`).join('\n')}\n${HELLO}`,
      ),
    ),
  };
}
