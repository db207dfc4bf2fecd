const DIGITS = '零一二三四五六七八九';

/** The value of a Chinese numeral below one thousand, e.g. 二十五. */
export function numeralValue(text: string): number {
  let total = 0;
  let digit = 0;
  for (const char of text) {
    if (char === '百') total += (digit || 1) * 100;
    else if (char === '十') total += (digit || 1) * 10;
    else digit = char === '两' ? 2 : Math.max(0, DIGITS.indexOf(char));
    if (char === '百' || char === '十') digit = 0;
  }
  return total + digit;
}

/** A number below ten thousand as a Chinese numeral: 十, 二十一, 一百零五. */
export function numeralOf(n: number): string {
  let text = '';
  let gap = false;
  for (const [value, unit] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(n / value) % 10;
    if (digit > 0) text += (gap ? '零' : '') + DIGITS[digit] + unit;
    gap = digit === 0 && text !== '';
  }
  return text.replace(/^一十/, '十');
}
