const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };
const WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  hundred: 100,
  thousand: 1000,
  couple: 2,
  dozen: 12,
};

/** One number in a pattern: digits with separators, Chinese numerals, or an English number word (lower case). */
export const NUMBER =
  '(?:\\d+(?:,\\d{3})*(?:\\.\\d+)?(?:[kw千万百](?![a-z]))?|[零〇一二两三四五六七八九十百千万]{1,10}|(?:(?:a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty)(?: (?:hundred|thousand))?)(?![a-z]))';

/** The value of what `NUMBER` matched; undefined when it isn't one. "三百五" is 350, "1.5k" 1500. */
export function parseNumber(text: string): number | undefined {
  const clean = text.trim().toLowerCase().replace(/,/g, '');
  const digits = /^(\d+(?:\.\d+)?)([kw千万百])?$/.exec(clean);
  if (digits) return Number(digits[1]) * ({ k: 1000, 千: 1000, w: 10_000, 万: 10_000, 百: 100 }[digits[2] ?? ''] ?? 1);
  if (/^[a-z ]+$/.test(clean)) {
    const [first = '', second] = clean.split(' ');
    const value = WORDS[first];
    return value === undefined ? undefined : second === undefined ? value : value * (WORDS[second] ?? 1);
  }
  return parseChinese(clean);
}

function parseChinese(text: string): number | undefined {
  if (text === '') return undefined;
  let total = 0;
  let section = 0;
  let digit = 0;
  let unit = 1;
  for (const character of text) {
    const value = DIGITS[character];
    if (value !== undefined) {
      digit = value;
      if (character === '零' || character === '〇') unit = 10;
      continue;
    }
    const size = UNITS[character];
    if (size === undefined) return undefined;
    if (size === 10_000) {
      total = (total + section + digit) * size;
      section = 0;
    } else {
      section += (digit || 1) * size;
    }
    digit = 0;
    unit = size;
  }
  // A trailing digit after 百 or 千 counts the next lower unit: 三百五 = 350.
  return total + section + digit * (unit > 10 && digit > 0 ? unit / 10 : 1);
}
