import { badRequest } from '../../config/errors.ts';
import { readCsv } from './csv.ts';

/** A row of a sheet by its columns' names; `row` counts from 1 without the header. */
export interface SheetRow<Column extends string> {
  row: number;
  cells: Record<Column, string>;
}

const fold = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');

/**
 * Reads a sheet whose first row names its columns; `names` gives each column's names in the sheets of the world, `needed`
 * the ones without which it makes no sense (one of a list is enough).
 */
export function readTable<Column extends string>(
  text: string,
  options: { names: Record<Column, string[]>; needed: NoInfer<Column>[][]; most: number },
): Array<SheetRow<Column>> {
  const { names, needed, most } = options;
  const [header = [], ...rows] = readCsv(text);
  const columns = Object.keys(names) as Column[];
  const place = new Map(
    columns.map((column) => [column, header.findIndex((cell) => names[column].map(fold).includes(fold(cell)))]),
  );
  for (const oneOf of needed)
    if (oneOf.every((column) => (place.get(column) ?? -1) < 0))
      throw badRequest(
        'invalid_sheet',
        `The first row must name the columns. It needs ${oneOf.map((one) => `“${one}”`).join(' or ')}; known are ${columns.join(', ')}.`,
      );
  if (rows.length > most)
    throw badRequest('invalid_sheet', `A sheet may have ${most} rows; this one has ${rows.length}.`);
  return rows.map((row, i) => {
    const cells = columns.map((column) => [column, row[place.get(column) ?? -1]?.trim() ?? ''] as const);
    return { row: i + 1, cells: Object.fromEntries(cells) as Record<Column, string> };
  });
}
