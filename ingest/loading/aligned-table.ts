const RULE = /^(?=.*[-=─━—_+]{3})[\s|+\-=─━—_:]+$/u;
const GAP = /\s{2,}|\t|\u3000/u;
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u;
/** As many rows with no line of strokes among them are hardly aligned by chance. */
const ROWS_WITHOUT_RULE = 3;

const isRule = (line: string) => RULE.test(line);

/** Mostly digits: an amount, a time, a size; "3 days" names a column, "12 kg" fills one. */
function isFigure(cell: string): boolean {
  const digits = cell.match(/\d/g)?.length ?? 0;
  return digits > 0 && (cell.match(/\p{L}/gu)?.length ?? 0) <= digits;
}

/** Cells between strokes, or between gaps of two spaces and more. */
function cellsOf(line: string): string[] {
  const barred = /^\s*\|.*\|\s*$/.test(line);
  const parts = barred ? line.trim().slice(1, -1).split('|') : line.trim().split(GAP);
  return parts.map((cell) => cell.trim());
}

/** Cells below the stretches of a line of strokes, by columns on a screen, where a Chinese character takes two. */
function cellsBelow(rule: string, line: string): string[] {
  const starts = [...rule.matchAll(/[^\s|+]+/g)].map(({ index }) => index);
  const cells = starts.map(() => '');
  let column = 0;
  for (const letter of line) {
    const at = Math.max(
      0,
      starts.findLastIndex((start) => start <= column),
    );
    cells[at] += letter;
    column += WIDE.test(letter) ? 2 : 1;
  }
  return cells.map((cell) => cell.trim());
}

const isEven = (rows: string[][]) => {
  const width = rows[0]?.length ?? 0;
  return width >= 2 && rows.every((row) => row.length === width);
};

/** Whether the first row names what the rows below hold figures of. */
function hasHead([head = [], ...body]: string[][]): boolean {
  return head.some(
    (name, c) =>
      name !== '' && !isFigure(name) && body.filter((row) => isFigure(row[c] ?? '')).length * 2 > body.length,
  );
}

/**
 * The rows of a table drawn with spaces and strokes, as programs print them, head first; undefined where the lines are
 * something else, or have no head.
 */
function alignedTable(lines: readonly string[]): string[][] | undefined {
  const texts = lines.filter((line) => !isRule(line));
  const rules = lines.filter(isRule);
  if (texts.length < 2 || (rules.length === 0 && texts.length < ROWS_WITHOUT_RULE)) return undefined;
  const rule = rules.find((one) => /[^\s|+]\s+[^\s|+]/.test(one));
  const split = texts.map(cellsOf);
  const rows = isEven(split) ? split : rule ? texts.map((line) => cellsBelow(rule, line)) : split;
  if (!isEven(rows)) return undefined;
  // A stroke right below the first row marks it as the head.
  const first = lines.findIndex((line) => !isRule(line));
  const marked = isRule(lines[first + 1] ?? '');
  return marked || hasHead(rows) ? rows : undefined;
}

/** Where lines that could be rows of such a table stand: [from, to) of the first stretch that is one. */
export function findAlignedTable(lines: readonly string[]): { from: number; to: number; rows: string[][] } | undefined {
  const could = (line: string | undefined) => line !== undefined && (isRule(line) || cellsOf(line).length >= 2);
  for (let from = 0; from < lines.length; from++) {
    if (!could(lines[from])) continue;
    let to = from;
    while (could(lines[to])) to++;
    const rows = alignedTable(lines.slice(from, to));
    if (rows) return { from, to, rows };
    from = to;
  }
  return undefined;
}
