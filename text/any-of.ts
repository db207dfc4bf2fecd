/** One pattern out of several ways to say something, tried in their order; throws where their flags differ. */
export function anyOf(first: RegExp, ...others: readonly RegExp[]): RegExp {
  const odd = others.find(({ flags }) => flags !== first.flags);
  if (odd) throw new TypeError(`The flags of ${odd} are not those of ${first}`);
  return new RegExp([first, ...others].map(({ source }) => source).join('|'), first.flags);
}
