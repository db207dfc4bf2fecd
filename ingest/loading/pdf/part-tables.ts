import { filled } from '../table-blocks.ts';
import type { Box } from './box.ts';

const sameRow = (a: readonly string[], b: readonly string[]) => a.every((cell, c) => cell === b[c]);

/**
 * Tables with the same columns and head that stand below each other, read as one for want of lines: parted where the
 * head stands again, and named by the line above it.
 */
export function partTables(box: Box): Box[] {
  const [head = [], ...body] = box.rows;
  if (filled(head) < 2 || !body.some((row) => sameRow(row, head))) return [box];
  const parts: Box[] = [{ ...box, rows: [head] }];
  for (const row of body) {
    const last = parts.at(-1);
    if (!sameRow(row, head)) last?.rows.push(row);
    else {
      const name = last && last.rows.length > 1 && filled(last.rows.at(-1) ?? []) === 1 ? last.rows.pop() : undefined;
      const caption = name?.find(Boolean);
      parts.push({ ...box, rows: [head], ...(caption && { caption }) });
    }
  }
  return parts.filter(({ rows }) => rows.length > 1);
}
