/**
 * Radicals of Unicode's supplement that look like letters and have no compatibility mapping: what browsers write into
 * a PDF for fonts in which both share a glyph. Pairs: the radical, the letter.
 */
const PAIRS =
  '⼾户⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟㬵胶';
const LETTERS = new Map(Array.from(PAIRS.matchAll(/(.)(.)/gu), ([, radical = '', letter = '']) => [radical, letter]));

/** Radicals (U+2E80–2FDF), ligatures and Arabic forms (U+FB00–FDFF, U+FE70–FEFC), soft signs that are no text. */
const ODD = /[\u2e80-\u2fdf\u3b35\ufb00-\ufdff\ufe70-\ufefc]/gu;
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/gu;

/** Letters as people type them: only then does a search find them. */
export const plainLetters = (text: string): string =>
  text.replace(ODD, (letter) => LETTERS.get(letter) ?? letter.normalize('NFKC')).replace(INVISIBLE, '');
