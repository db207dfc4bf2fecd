const NUMBER = /\d[\d,]*(?:\.\d+)?/g;
const MOMENT = /\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})/g;
const MARKER = /\[\d{1,2}\]/g;

/** Numbers of a text as they count: without separators, trailing zeros and citation markers. */
const numbersIn = (text: string): Set<number> =>
  new Set(
    (text.normalize('NFKC').replace(MARKER, ' ').match(NUMBER) ?? []).map((one) => Number(one.replaceAll(',', ''))),
  );

/** Those and, of each moment in ISO 8601, day and time as the shop's customers read them. */
function numbersOfFacts(facts: string, timeZone: string): Set<number> {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const moments = (facts.match(MOMENT) ?? []).map((moment) => format.format(new Date(moment)));
  return numbersIn([facts, ...moments].join(' '));
}

const LIST_NUMBER = /^(\d{1,2})(?:\.\s+|[)、]\s*)(?=\S)/;

/** A reply without the numbers of its lists, which count lines from one and say nothing. */
function withoutListNumbers(reply: string): string {
  let line = 0;
  return reply
    .split('\n')
    .map((text) => {
      const number = Number(LIST_NUMBER.exec(text)?.[1]);
      line = number === line + 1 || number === 1 ? number : 0;
      return line === 0 ? text : text.replace(LIST_NUMBER, '');
    })
    .join('\n');
}

/** Numbers of a reply that stand in none of its sources. */
export function unfounded(reply: string, facts: string, timeZone: string): number[] {
  const known = numbersOfFacts(facts, timeZone);
  return [...numbersIn(withoutListNumbers(reply))].filter((one) => !known.has(one));
}
