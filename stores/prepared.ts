import { sql } from 'kysely';

const MARK = '/* prepared */';
/** By their texts. */
const names = new Map<string, string>();

/**
 * Stands in a statement that every connection parses and plans once: for a few of one wording each that run at every
 * search, turn or request, whose planning costs more than what they do.
 */
export const prepared = sql.raw<unknown>(MARK);

/** The arguments of a query as node-postgres takes them for a statement with a name, where its text is marked. */
export function asPrepared(args: unknown[]): unknown[] {
  const [text, values, ...rest] = args;
  if (typeof text !== 'string' || !text.includes(MARK)) return args;
  const name = names.get(text) ?? `kefu_prepared_${names.size}`;
  names.set(text, name);
  return [{ name, text, values }, ...rest];
}
