/** More of a message is not kept: every set of instructions fits, of a catalogue of intents the beginning. */
const LONGEST = 3_000;
const WITHHELD = /<(passage|history|facts)( n="\d+")?>\n[\s\S]*?\n<\/\1>/g;

/**
 * A prompt as a trace keeps it: without the passages and the lines of the talk, which are looked up when the trace is
 * shown, so that what is removed there is removed here too; without the facts of orders, which may hold an address; and
 * of a length with an end.
 */
export function keptPrompt(text: string): string {
  const kept = text.replace(WITHHELD, (_, tag: string, number = '') => `<${tag}${number}>…</${tag}>`);
  return kept.length > LONGEST ? `${kept.slice(0, LONGEST)}\n… (+${kept.length - LONGEST})` : kept;
}

/** A kept prompt with what was withheld; `undefined` leaves a place as it is. */
export const filledPrompt = (
  kept: string,
  known: { passage(number: number): string | undefined; history: string | undefined },
): string =>
  kept
    .replace(/<passage n="(\d+)">…<\/passage>/g, (whole, n: string) => known.passage(Number(n)) ?? whole)
    .replace('<history>…</history>', (whole) => known.history ?? whole);
