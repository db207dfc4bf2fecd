/** What a UTF-16 code unit is to the scanner. `rare`: half of a pair, or a Han radical that is no letter. */
export const LetterClass = { unknown: 0, other: 1, han: 2, word: 3, joiner: 4, rare: 5 } as const;

const HAN = /\p{Script=Han}/u;
const WORD = /[\p{L}\p{M}\p{N}]/u;
const JOINERS = ".,'’&_-";

const known = new Uint8Array(65_536);
known.fill(LetterClass.rare, 0xd800, 0xe000);

function classify(code: number): number {
  const letter = String.fromCharCode(code);
  if (JOINERS.includes(letter)) return LetterClass.joiner;
  const isWord = WORD.test(letter);
  if (HAN.test(letter)) return isWord ? LetterClass.han : LetterClass.rare;
  return isWord ? LetterClass.word : LetterClass.other;
}

/** Looked up after the first time: a pattern with Unicode properties takes many times as long. */
export function letterClass(code: number): number {
  const there = known[code] ?? LetterClass.rare;
  if (there !== LetterClass.unknown) return there;
  const found = classify(code);
  known[code] = found;
  return found;
}
