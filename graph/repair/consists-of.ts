/**
 * Whether a text is nothing but units of the (sticky) patterns, taken greedily and without going back, so that the
 * time is linear in the text. At least one unit of `core` must be among them; `around` are words of politeness.
 */
export function consistsOf(text: string, core: RegExp, around: RegExp): boolean {
  let at = 0;
  let told = false;
  while (at < text.length) {
    const end = Math.max(endAt(core, text, at), 0);
    const other = endAt(around, text, at);
    if (end > at && end >= other) {
      told = true;
      at = end;
    } else if (other > at) at = other;
    else return false;
  }
  return told;
}

function endAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** Words without signs: single spaces, none beside Han characters. What whole-message patterns are matched with. */
export const plainWords = (normalised: string): string =>
  normalised
    .replace(/[\p{P}\p{S}\p{Extended_Pictographic}]+/gu, (mark) => (mark === "'" ? '' : ' '))
    .replace(/(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
