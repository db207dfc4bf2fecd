import { numeralOf } from '../../knowledge/text/numerals.ts';

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const ROMAN: Array<[number, string]> = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(n: number): string {
  let rest = n;
  let text = '';
  for (const [value, letters] of ROMAN)
    for (; rest >= value; rest -= value) {
      text += letters;
    }
  return text;
}

/** a … z, then aa, bb … as Word counts. */
const letters = (n: number): string => String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26));

function ordinal(n: number): string {
  const teens = n % 100 > 10 && n % 100 < 14;
  return n + (teens ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th'));
}

const ofRow = (row: string) => (n: number) => row[(n - 1) % row.length] ?? '';

const FORMATS: Record<string, (n: number) => string> = {
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: (n) => String(n).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  decimalEnclosedCircle: (n) => (n <= 20 ? String.fromCharCode(0x245f + n) : String(n)),
  decimalEnclosedCircleChinese: (n) => (n <= 20 ? String.fromCharCode(0x245f + n) : String(n)),
  lowerLetter: letters,
  upperLetter: (n) => letters(n).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (n) => roman(n).toUpperCase(),
  ordinal,
  chineseCounting: numeralOf,
  chineseCountingThousand: numeralOf,
  taiwaneseCounting: numeralOf,
  taiwaneseCountingThousand: numeralOf,
  japaneseCounting: numeralOf,
  ideographTraditional: ofRow(STEMS),
  ideographZodiac: ofRow(BRANCHES),
  none: () => '',
};

/** A number in a format of Word's (ECMA-376, ST_NumberFormat); in digits where the format is rare or the number is. */
export function formatNumber(format: string, n: number): string {
  const write = FORMATS[format];
  return write && (n > 0 || format === 'none') && n < 5000 ? write(n) : String(n);
}
