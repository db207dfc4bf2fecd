/** A run of text on a page, as PDF.js tells it: in reading order of the file, which need not be that of the eye. */
export interface PageText {
  str: string;
}

const NOISE = /[\s\p{P}\p{S}]+/gu;
const HAN = /\p{Script=Han}/u;
/** Letters and digits only, folded: what is left of a text when line ends, table rules and full-width forms are gone. */
const plainText = (text: string): string => text.normalize('NFKC').toLowerCase().replace(NOISE, '');

/** A run that is long enough to stand in a passage by more than chance. */
const telling = (text: string) => text.length >= (HAN.test(text) ? 4 : 8);
/** What stands alone must be longer: a heading of another table may have a word of this one. */
const aloneIsChance = (text: string) => text.length < (HAN.test(text) ? 8 : 16);

/** Which runs of a page belong to a passage: long ones that it holds, short ones beside them with which they are held
 * together. Works whatever order the runs have, so also for tables and columns. */
export function matchText(items: readonly PageText[], passage: string): boolean[] {
  const whole = plainText(passage);
  const texts = items.map(({ str }) => plainText(str));
  const found = texts.map((text) => telling(text) && whole.includes(text));
  // Neighbours carry over: forwards, then backwards.
  const join = (at: number, beside: number) => {
    const text = texts[at];
    if (!text || found[at] || !found[beside] || !whole.includes(text)) return;
    const near = texts[beside] ?? '';
    found[at] = beside < at ? whole.includes(tail(near) + text) : whole.includes(text + head(near));
  };
  const filled = texts.flatMap((text, index) => (text ? [index] : []));
  filled.forEach((at, index) => {
    join(at, filled[index - 1] ?? -1);
  });
  filled.toReversed().forEach((at, index, order) => {
    join(at, order[index - 1] ?? -1);
  });
  dropStrays(texts, found, whole);
  return found;
}

/** Takes matches back that stand apart from all others and are short, unless the passage is hardly longer. */
function dropStrays(texts: string[], found: boolean[], whole: string): void {
  let group: number[] = [];
  const settle = () => {
    const text = group.map((at) => texts[at]).join('');
    if (aloneIsChance(text) && text.length * 2 < whole.length) for (const at of group) found[at] = false;
    group = [];
  };
  texts.forEach((text, at) => {
    if (!text) return;
    if (found[at]) group.push(at);
    else settle();
  });
  settle();
}

const head = (text: string) => text.slice(0, 12);
const tail = (text: string) => text.slice(-12);

/** How much of a passage stands in the matched runs, 0 to 1. */
export function matchedShare(items: readonly PageText[], found: boolean[], passage: string): number {
  const whole = plainText(passage).length;
  const matched = items.reduce((sum, { str }, index) => sum + (found[index] ? plainText(str).length : 0), 0);
  return whole === 0 ? 0 : Math.min(1, matched / whole);
}
