import { normalize } from '../../../knowledge/text/normalize.ts';

/**
 * Everything in a text that must not be invented, in a form in which it can be compared across wordings and
 * languages: "7天" and "seven days" are `7:day`, "Nov 20" and 11月20日 `md:11-20`, "AF-50" `id:af50`.
 */
export interface Values {
  /** Numbers with the class of their unit; '' where none is told. */
  numbers: Array<{ value: string; unit: string }>;
  /** Dates, times, e-mails, links, codes: compared letter by letter. */
  exact: string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(${MONTHS.join('|')})[a-z]*\\.?`;
const TLD = 'com|cn|net|org|io|shop|store|app|co|info|biz|me|cc|top|xyz|site|online|hk|tw|uk|de|jp|link|dev';

const LINK = new RegExp(
  `(?:https?:\\/\\/|www\\.)[^\\s<>()\\[\\]"'，。、；！？）]+|\\b(?:[a-z0-9-]+\\.)+(?:${TLD})\\b(?:\\/[^\\s<>()\\[\\]"'，。、；！？）]*)?`,
  'g',
);
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const ISO_DATE = /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g;
const ZH_DATE = /(?:(\d{4})年)?(\d{1,2})月(?:份)?(?:(\d{1,2})[日号])?/g;
const EN_DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:,? (\\d{4}))?\\b`, 'g');
const EN_MONTH_FIRST = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,? (\\d{4}))?`, 'g');
const CLOCK = /\b(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?:\s?([ap])\.?m\b)?/g;
const CLOCK_12 = /\b(\d{1,2})\s?([ap])\.?m\b/g;
const CODE = /#?\b(?=[a-z0-9_-]*\d)(?=[a-z0-9_-]*[a-z])[a-z0-9]+(?:[-_][a-z0-9]+)*\b|\b\d+(?:-\d+){1,}\b/g;
const LONG_NUMBER = /\b\d{7,}\b/g;

const UNITS: ReadonlyArray<readonly [string, string]> = [
  ['money', '元|块钱?|rmb|yuan|cny|usd|dollars?|euros?|eur|pounds?|gbp|hkd|人民币|美元|欧元|英镑|港币'],
  ['percent', '%|percent|per cent'],
  ['discount', '折'],
  ['day', '(?:个)?(?:工作|自然)?(?:日|天)|(?:(?:business|working|calendar|natural|consecutive) )?days?'],
  ['hour', '(?:个)?(?:小时|钟头)|hours?|hrs?|h'],
  ['minute', '分钟|minutes?|mins?'],
  ['second', '秒|seconds?|secs?'],
  ['week', '(?:个)?(?:周|星期|礼拜)|weeks?'],
  ['month', '个月|months?'],
  ['year', '(?:周)?年|years?|yrs?'],
];
const UNIT = UNITS.map(([name, words]) => `(?<${name}>${words})`).join('|');
const NUMBER = new RegExp(
  `([¥$€£]\\s?)?(\\d+(?:,\\d{3})*(?:\\.\\d+)?)(?:\\s?([万千k])(?![a-z]))?(?:(\\s?[-–—~～至到]\\s?| to )(?=[¥$€£]?\\d))?(?:[\\s-]?(?:${UNIT})(?![a-z]))?`,
  'g',
);
const WORDS = 'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty sixty ninety';
const WORD_VALUES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 30, 60, 90];
const NUMBER_WORD = new RegExp(
  `\\b(${WORDS.replaceAll(' ', '|')})(?=[ -](?:(?:business|working|calendar|full) )?(?:times|days?|weeks?|months?|years?|hours?|minutes?|percent|yuan|dollars?))`,
  'g',
);
const HAN_DIGITS = '零一二两三四五六七八九十';
const HAN_NUMBER =
  /(?<![\d.])(?<tens>[二两三四五六七八九]?十)?(?<ones>[一二两三四五六七八九])?(?=\s?(?:个?月|个?工作日|个?小时|个?星期|个?周|周|天|日(?!常)|年|分钟|秒|元|块|倍|成|折))/g;
const FOLDS: ReadonlyArray<readonly [RegExp, string]> = [
  [/双倍|\bdouble\b|\btwice\b/g, ' 2 '],
  [/三倍|\btriple\b/g, ' 3 '],
  [/一半|半价|\bhalf\b/g, ' 0.5 '],
];
const SCALES: Readonly<Record<string, number>> = { 万: 10_000, 千: 1_000, k: 1_000 };

const pad = (text: string | undefined) => String(Number(text)).padStart(2, '0');
const monthOf = (name: string | undefined) => String(MONTHS.indexOf((name ?? '').slice(0, 3)) + 1);

/** Reads every value of a text. List numbers at the start of a line and citation markers are none. */
export function readValues(text: string): Values {
  const exact = new Set<string>();
  let rest = normalize(text)
    .replace(/\[\d{1,2}\]/g, ' ')
    .replace(/^\s*(?:[-*•]\s*)?\d{1,2}[.)、](?=\s|\D)/gm, ' ');
  const take = (pattern: RegExp, read: (match: string[]) => string[] | undefined) => {
    rest = rest.replace(pattern, (...match) => {
      const values = read(match.filter((part) => typeof part === 'string' || part === undefined));
      for (const value of values ?? []) exact.add(value);
      return values ? ' ' : String(match[0]);
    });
  };
  const date = (year: string | undefined, month: string | undefined, day: string | undefined) => {
    if (!(Number(month) >= 1 && Number(month) <= 12) || (day !== undefined && Number(day) > 31)) return undefined;
    return [...(year ? [`y:${year}`] : []), day ? `md:${pad(month)}-${pad(day)}` : `m:${pad(month)}`];
  };
  const clock = (hour: string | undefined, minute: string | undefined, half: string | undefined) => {
    const h = half ? (Number(hour) % 12) + (half === 'p' ? 12 : 0) : Number(hour);
    return h > 24 || Number(minute) > 59 ? undefined : [`t:${pad(String(h))}:${pad(minute)}`];
  };
  take(EMAIL, ([all]) => [`mail:${all}`]);
  take(LINK, ([all]) => [`link:${(all ?? '').replace(/^https?:\/\//, '').replace(/[/.,]+$/, '')}`]);
  rest = rest.replace(/(\d{4}-\d{2}-\d{2})t(?=\d)/g, '$1 ');
  take(ISO_DATE, ([, year, month, day]) => date(year, month, day));
  take(ZH_DATE, ([, year, month, day]) => date(year, month, day));
  take(EN_DAY_FIRST, ([, day, month, year]) => date(year, monthOf(month), day));
  take(EN_MONTH_FIRST, ([, month, day, year]) => date(year, monthOf(month), day));
  take(CLOCK, ([, hour, minute, half]) => clock(hour, minute, half));
  take(CLOCK_12, ([, hour, half]) => clock(hour, '0', half));
  rest = rest.replace(/\ban? (?=(?:day|week|month|year|hour)\b)|每(?=天|日)/g, '1 ').replace(/\bdaily\b/g, '1 day');
  for (const [words, value] of FOLDS) rest = rest.replace(words, value);
  rest = rest.replace(HAN_NUMBER, (all, ...groups) =>
    hanNumber(all, groups.at(-1) as { tens?: string; ones?: string }),
  );
  rest = rest.replace(NUMBER_WORD, (word) => String(WORD_VALUES[WORDS.split(' ').indexOf(word)] ?? word));
  take(CODE, ([all]) => (isMeasure(all ?? '') ? undefined : [`id:${(all ?? '').replace(/[#_-]/g, '')}`]));
  take(LONG_NUMBER, ([all]) => [`id:${all}`]);
  return { numbers: readNumbers(rest), exact: [...exact] };
}

function hanNumber(all: string, { tens, ones }: { tens?: string; ones?: string }): string {
  if (all === '') return all;
  const digit = (char: string | undefined): number => {
    const at = HAN_DIGITS.indexOf(char ?? '');
    return at <= 2 ? at : at - 1;
  };
  const ten = tens ? (tens.length === 2 ? digit(tens[0]) : 1) * 10 : 0;
  return String(ten + (ones ? digit(ones) : 0));
}

/** "30-day", "5kg", "3-5" and "24h" are numbers with a unit or a range; two letters and more before digits are a name. */
const isMeasure = (code: string): boolean => /^\d+(?:\.\d+)?-?[a-z]+$/.test(code) || /^\d{1,4}-\d{1,4}$/.test(code);

function readNumbers(text: string): Values['numbers'] {
  const numbers: Values['numbers'] = [];
  let openRange: { value: string; unit: string } | undefined;
  for (const match of text.matchAll(NUMBER)) {
    const scale = SCALES[match[3] ?? ''] ?? 1;
    const value = String(Number((match[2] ?? '').replaceAll(',', '')) * scale);
    const named = Object.entries(match.groups ?? {}).find(([, words]) => words !== undefined)?.[0];
    const entry = { value, unit: match[1] ? 'money' : (named ?? '') };
    // In "3-5 days" the first number is of days too.
    if (openRange && openRange.unit === '') openRange.unit = entry.unit;
    openRange = match[4] !== undefined ? entry : undefined;
    // "a single", 一次: says nothing that could be wrong.
    if (value !== '1' || entry.unit !== '') numbers.push(entry);
  }
  return numbers;
}

export const isEmptyValues = (values: Values): boolean => values.numbers.length === 0 && values.exact.length === 0;

/** Which values of `claimed` do not stand in `known`. A number of days is not one of yuan; where a unit is not told, any will do. */
export function missingValues(claimed: Values, known: Values): string[] {
  const exact = new Set(known.exact);
  const loose = looseNumbers(known);
  return [
    ...claimed.exact.filter((value) => !exact.has(value) && !(value.startsWith('y:') && loose.has(value.slice(2)))),
    ...claimed.numbers
      .filter(
        ({ value, unit }) =>
          !known.numbers.some((one) => isSame(one, { value, unit })) &&
          !(unit === '' && loose.has(value)) &&
          !(unit === 'year' && exact.has(`y:${value}`)),
      )
      .map(({ value, unit }) => `${value}${unit && ` ${unit}`}`),
  ];
}

const IN_SMALLER: Readonly<Record<string, readonly [string, number]>> = {
  year: ['month', 12],
  week: ['day', 7],
  day: ['hour', 24],
};

/** The same number of the same thing; a year is twelve months. */
function isSame(a: Values['numbers'][number], b: Values['numbers'][number]): boolean {
  if (a.value === b.value && (a.unit === b.unit || a.unit === '' || b.unit === '')) return true;
  return [
    [a, b],
    [b, a],
  ].some(([large, small]) => {
    const smaller = IN_SMALLER[large?.unit ?? ''];
    return (
      smaller !== undefined && smaller[0] === small?.unit && Number(large?.value) * smaller[1] === Number(small?.value)
    );
  });
}

/** Years stand as numbers too: "the 2026 edition", 2026年款. */
function looseNumbers(values: Values): Set<string> {
  return new Set([
    ...values.exact.filter((value) => value.startsWith('y:')).map((value) => value.slice(2)),
    ...values.numbers.map(({ value }) => value),
  ]);
}
