import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import JSZip from 'jszip';
import type { Block, SampleDocument } from './document.ts';
import { colours } from './theme.ts';

const hex = (colour: string): string => colour.slice(1);
/** docx counts widths in twentieths of a point: A4 less the margins of 2.5 cm. */
const tableWidth = 9070;

/** A Word file with real headings, lists and tables; equal content gives equal bytes. */
export async function renderDocx(content: SampleDocument): Promise<Buffer> {
  let lists = 0;
  const body = content.blocks.flatMap((block) => {
    if (block.kind === 'list' && block.ordered) lists += 1;
    return drawBlock(block, lists);
  });
  const document = new Document({
    title: content.title,
    creator: content.locale === 'zh' ? '暖澜电器' : 'Nuanlan Home',
    description: content.subtitle,
    styles: {
      default: {
        document: { run: { font: { ascii: 'Arial', hAnsi: 'Arial', eastAsia: 'Microsoft YaHei' }, size: 21 } },
        title: { run: { size: 44, bold: true, color: hex(colours.brand) }, paragraph: { spacing: { after: 80 } } },
        heading1: {
          run: { size: 28, bold: true, color: hex(colours.brand) },
          paragraph: { spacing: { before: 280, after: 100 } },
        },
        heading2: { run: { size: 23, bold: true }, paragraph: { spacing: { before: 180, after: 80 } } },
      },
    },
    numbering: {
      config: [
        {
          reference: 'steps',
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              alignment: AlignmentType.START,
              style: { paragraph: { indent: { left: 420, hanging: 420 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 17 })],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(content.title)] }),
          text(content.subtitle),
          text(content.facts.join(' | ')),
          ...body,
        ],
      },
    ],
  });
  return withFixedDates(await Packer.toBuffer(document), content.date);
}

function drawBlock(block: Block, list: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'section':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, keepNext: true, children: [new TextRun(block.text)] })];
    case 'subsection':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, children: [new TextRun(block.text)] })];
    case 'paragraph':
      return [text(block.text)];
    case 'list':
      return block.items.map((item) =>
        block.ordered
          ? new Paragraph({
              text: item,
              numbering: { reference: 'steps', level: 0, instance: list },
              spacing: { after: 60 },
            })
          : new Paragraph({ text: item, bullet: { level: 0 }, spacing: { after: 60 } }),
      );
    case 'note':
      return [
        new Paragraph({
          shading: { type: ShadingType.CLEAR, fill: hex(colours.note) },
          spacing: { before: 100, after: 140 },
          children: [
            new TextRun({ text: `${block.label}  `, bold: true, color: hex(colours.accent) }),
            new TextRun(block.text),
          ],
        }),
      ];
    case 'table':
      return [drawTable(block), new Paragraph({ text: '', spacing: { after: 80 } })];
  }
}

function drawTable(block: Extract<Block, { kind: 'table' }>): Table {
  const total = block.columns.reduce((sum, column) => sum + column.share, 0);
  const widths = block.columns.map((column) => Math.round((column.share / total) * tableWidth));
  const row = (cells: readonly string[], head: boolean): TableRow =>
    new TableRow({
      // Left out, not false: readers such as mammoth take the element's mere presence for a head row.
      ...(head ? { tableHeader: true } : {}),
      cantSplit: true,
      children: cells.map(
        (cell, index) =>
          new TableCell({
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            margins: { top: 50, bottom: 50, left: 90, right: 90 },
            ...(head ? { shading: { type: ShadingType.CLEAR, fill: hex(colours.tableHead) } } : {}),
            children: [new Paragraph({ children: [new TextRun({ text: cell, bold: head, size: 19 })] })],
          }),
      ),
    });
  return new Table({
    columnWidths: widths,
    width: { size: tableWidth, type: WidthType.DXA },
    rows: [
      row(
        block.columns.map((column) => column.title),
        true,
      ),
      ...block.rows.map((cells) => row(cells, false)),
    ],
  });
}

const text = (value: string): Paragraph =>
  new Paragraph({ children: [new TextRun(value)], spacing: { after: 120, line: 300 } });

/** docx stamps the time of packing on the archive and its core properties; the document's own date replaces it. */
async function withFixedDates(packed: Buffer, date: string): Promise<Buffer> {
  const archive = await JSZip.loadAsync(packed);
  const stamped = new JSZip();
  for (const [path, entry] of Object.entries(archive.files)) {
    if (entry.dir) continue;
    let data = await entry.async('string');
    if (path === 'docProps/core.xml') data = data.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${date}T00:00:00Z`);
    stamped.file(path, data, { date: new Date(`${date}T00:00:00Z`), createFolders: false });
  }
  return stamped.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}
