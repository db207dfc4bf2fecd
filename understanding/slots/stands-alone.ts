const WORD_GOES_ON = /^(?!(?:e?s)?(?!\p{L}))\p{Script=Latin}/u;
const isHan = (character: string): boolean => /^\p{Script=Han}$/u.test(character);
const isLatin = (character: string): boolean => /^\p{Script=Latin}$/u.test(character);

/**
 * Whether a kind is named in a text by itself: not as 床 of 床垫 or 手机 of 手机壳 where the catalogue knows the pair
 * that goes on, nor as "tea" of "steak".
 */
export function standsAlone(text: string, kind: string, isKnown: (pair: string) => boolean): boolean {
  const last = kind.at(-1) ?? '';
  for (let at = text.indexOf(kind); at >= 0; at = text.indexOf(kind, at + 1)) {
    const [before, after] = [text[at - 1] ?? '', text.slice(at + kind.length)];
    const next = after[0] ?? '';
    const inWord = (isLatin(kind[0] ?? '') && isLatin(before)) || (isLatin(last) && WORD_GOES_ON.test(after));
    const inCompound = isHan(last) && isHan(next) && isKnown(last + next);
    if (!inWord && !inCompound) return true;
  }
  return false;
}
