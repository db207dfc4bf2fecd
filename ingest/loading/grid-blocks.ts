import type { Block } from './loaded-document.ts';
import { filled, headAt, isNumber, tableBlocks } from './table-blocks.ts';

/** Empty rows and columns at the edges and between off; what is left has the same columns in each row. */
function trimmed(rows: string[][]): string[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, c) => c).filter((c) => rows.some((row) => (row[c] ?? '') !== ''));
  return rows.map((row) => columns.map((c) => row[c] ?? ''));
}

/** Tables of a sheet are parted by empty rows, where what follows begins anew with a head or a title. */
function parts(rows: string[][]): string[][][] {
  const out: string[][][] = [];
  let part: string[][] = [];
  for (const row of rows) {
    if (filled(row) > 0) part.push(row);
    else if (part.length > 0) {
      out.push(part);
      part = [];
    }
  }
  if (part.length > 0) out.push(part);
  return out;
}

/** A line that stands alone above a table may say more: until when it holds, in which currency. */
const LONGEST_LONE_CAPTION = 120;

function partBlocks(part: string[][], before: string[] | undefined): { blocks: Block[]; head: string[] | undefined } {
  const rows = trimmed(part);
  const at = headAt(rows);
  const blocks = tableBlocks(rows, undefined, at);
  if (blocks.every(({ kind }) => kind === 'text')) return { blocks, head: before };
  // An empty row inside a long table: what follows fills the same columns and needs the same head.
  const same = before && part.some((row) => filled(row) >= filled(before));
  if (same && at === 0 && rows[0]?.some(isNumber)) return { blocks: tableBlocks([before, ...part]), head: before };
  return { blocks, head: part[at] };
}

/** A single line between empty rows names the table below it. */
function withLoneCaptions(parts: Block[][]): Block[] {
  return parts.flatMap((blocks, i) => {
    const next = parts[i + 1]?.[0];
    const [line, ...others] = blocks;
    const names = line?.kind === 'text' && others.length === 0 && line.text.length <= LONGEST_LONE_CAPTION;
    if (!names || next?.kind !== 'table' || next.caption !== undefined) return blocks;
    next.caption = line.text;
    return [];
  });
}

/** Rows of a sheet (CSV or Excel) as tables with their heads, FAQs with their questions, and texts. */
export function gridBlocks(grid: string[][]): Block[] {
  const width = Math.max(0, ...grid.map((row) => row.length));
  const rows = grid.map((row) => Array.from({ length: width }, (_, c) => (row[c] ?? '').trim()));
  let head: string[] | undefined;
  return withLoneCaptions(
    parts(rows).map((part) => {
      const made = partBlocks(part, head);
      head = made.head;
      return made.blocks;
    }),
  );
}
