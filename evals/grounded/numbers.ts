const NUMBER = /\d[\d,]*(?:\.\d+)?/g;
const MOMENT = /\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})/g;
const MARKER = /\[\d{1,2}\]/g;

/** Numbers of a text as they count: without separators, trailing zeros and citation markers. */
export const numbersIn = (text: string): Set<number> =>
  new Set(
    (text.normalize('NFKC').replace(MARKER, ' ').match(NUMBER) ?? []).map((one) => Number(one.replaceAll(',', ''))),
  );

/** Those and, of each moment in ISO 8601, day and time as the shop's customers read them. */
export function numbersOfFacts(facts: string, timeZone: string): Set<number> {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const moments = (facts.match(MOMENT) ?? []).map((moment) => format.format(new Date(moment)));
  return numbersIn([facts, ...moments].join(' '));
}

/** Numbers of a reply that stand in none of its sources. */
export function unfounded(reply: string, facts: string, timeZone: string): number[] {
  const known = numbersOfFacts(facts, timeZone);
  return [...numbersIn(reply)].filter((one) => !known.has(one));
}
