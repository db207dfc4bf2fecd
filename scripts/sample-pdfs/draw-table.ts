import type { Block } from './document.ts';
import { makeRoom, type Sheet } from './sheet.ts';
import { colours, page, sizes, textWidth } from './theme.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** The font's line box is taller below the letters than above: less padding there looks even. */
const padding = { x: 6, top: 6, bottom: 2.5 };
const lineGap = 1;

/** Rules above and below every row; rows stay whole, and the head is repeated on the next page. */
export function drawTable(sheet: Sheet, table: Table): void {
  const widths = columnWidths(table);
  const head = table.columns.map((column) => column.title);
  const headHeight = rowHeight(sheet, head, widths, 'bold');
  const firstRow = table.rows[0] ?? [];
  makeRoom(sheet, headHeight + rowHeight(sheet, firstRow, widths, 'regular'));
  drawRow(sheet, head, widths, { font: 'bold', height: headHeight, fill: colours.tableHead });
  for (const [index, row] of table.rows.entries()) {
    const height = rowHeight(sheet, row, widths, 'regular');
    if (sheet.y + height > page.bottom) {
      makeRoom(sheet, height);
      drawRow(sheet, head, widths, { font: 'bold', height: headHeight, fill: colours.tableHead });
    }
    drawRow(sheet, row, widths, { font: 'regular', height, fill: index % 2 === 1 ? colours.stripe : undefined });
  }
  sheet.y += 11;
}

interface RowStyle {
  font: 'regular' | 'bold';
  height: number;
  fill: string | undefined;
}

function drawRow(sheet: Sheet, cells: readonly string[], widths: readonly number[], style: RowStyle): void {
  const { pdf, y } = sheet;
  if (style.fill) pdf.rect(page.left, y, textWidth, style.height).fill(style.fill);
  pdf
    .font(style.font)
    .fontSize(sizes.cell)
    .fillColor(style.font === 'bold' ? colours.brand : colours.ink);
  let x: number = page.left;
  for (const [index, cell] of cells.entries()) {
    const width = widths[index] ?? 0;
    pdf.text(cell, x + padding.x, y + padding.top, { width: width - 2 * padding.x, lineGap });
    x += width;
  }
  const right = page.left + textWidth;
  pdf.lineWidth(0.6).strokeColor(colours.rule);
  pdf.moveTo(page.left, y).lineTo(right, y).stroke();
  pdf
    .moveTo(page.left, y + style.height)
    .lineTo(right, y + style.height)
    .stroke();
  sheet.y = y + style.height;
}

function columnWidths(table: Table): number[] {
  const total = table.columns.reduce((sum, column) => sum + column.share, 0);
  return table.columns.map((column) => (column.share / total) * textWidth);
}

function rowHeight(
  sheet: Sheet,
  cells: readonly string[],
  widths: readonly number[],
  font: 'regular' | 'bold',
): number {
  sheet.pdf.font(font).fontSize(sizes.cell);
  const heights = cells.map((cell, index) =>
    sheet.pdf.heightOfString(cell, { width: (widths[index] ?? 0) - 2 * padding.x, lineGap }),
  );
  return Math.max(...heights) + padding.top + padding.bottom;
}
