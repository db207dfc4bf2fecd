import { sql } from 'kysely';

const MARK = '/* prepared ';
/** By their texts. */
const names = new Map<string, string>();

/**
 * Stands in a statement that every connection parses and plans once: for a few of one wording each that run at every
 * search, turn or request, whose planning costs more than what they do. With the `rows` of a table that grows it is
 * planned again whenever they have grown four times: a plan for a small table may read all of it.
 */
export const prepared = (rows = 0) => sql.raw<unknown>(`${MARK}${Math.floor(Math.log2(rows + 1) / 2)} */`);

/** The arguments of a query as node-postgres takes them for a statement with a name, where its text is marked. */
export function asPrepared(args: unknown[]): unknown[] {
  const [text, values, ...rest] = args;
  if (typeof text !== 'string' || !text.includes(MARK)) return args;
  const name = names.get(text) ?? `kefu_prepared_${names.size}`;
  names.set(text, name);
  return [{ name, text, values }, ...rest];
}
