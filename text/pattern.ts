/**
 * One pattern out of named pieces: pattern`^${HELLO}*${THING} please$`. Each piece is a group of its own; the flags are
 * theirs. Throws where they differ.
 */
export function pattern(written: TemplateStringsArray, first: RegExp, ...others: readonly RegExp[]): RegExp {
  const odd = others.find(({ flags }) => flags !== first.flags);
  if (odd) throw new TypeError(`The flags of ${odd} are not those of ${first}`);
  return new RegExp(String.raw(written, ...[first, ...others].map(({ source }) => `(?:${source})`)), first.flags);
}
