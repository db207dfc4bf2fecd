/** A unit of measure. Two of one family may be compared by their factors. */
export interface Unit {
  /** How it is written behind a number, and at the end of a property's key: "cm", `height_cm`. */
  symbol: string;
  family: string;
  /** How many of the family's smallest unit here (mm, g, ml, minute) it is. A month and a year are near enough. */
  factor: number;
  /** How people write it in both languages: alternatives of a pattern, of normalised text. */
  words: string;
}

const unit = (symbol: string, family: string, factor: number, words: string): Unit => ({
  symbol,
  family,
  factor,
  words,
});

/** What can be measured of goods, spans and parcels. */
export const UNITS: readonly Unit[] = [
  unit('min', 'time', 1, '分钟|minutes?|mins?'),
  unit('h', 'time', 60, '个?小时|个?钟头|hours?|hrs?|h'),
  unit('days', 'time', 1_440, '个?自然日|天|日|(?:calendar )?days?'),
  unit('weeks', 'time', 10_080, '周|个?星期|weeks?'),
  unit('months', 'time', 43_200, '个?月|months?'),
  unit('years', 'time', 525_600, '年|years?'),
  unit('kg', 'weight', 1_000, '公斤|千克|kgs?|kilos?|kilograms?'),
  unit('斤', 'weight', 500, '斤'),
  unit('g', 'weight', 1, '克|grams?|g'),
  unit('lb', 'weight', 453.6, 'lbs?'),
  unit('ml', 'volume', 1, '毫升|ml'),
  unit('l', 'volume', 1_000, '升|l|litres?|liters?'),
  unit('w', 'w', 1, '瓦|w'),
  unit('v', 'v', 1, '伏|v'),
  unit('mah', 'mah', 1, '毫安时|mah'),
  unit('mm', 'length', 1, '毫米|mm'),
  unit('cm', 'length', 10, '厘米|公分|cm|centimet(?:re|er)s?'),
  unit('inch', 'length', 25.4, '英寸|inch(?:es)?'),
  unit('m', 'length', 1_000, '米|m|metres?|meters?'),
];

const readers = UNITS.map((one) => ({ pattern: new RegExp(`^(?:${one.words})$`), one }));

/** The unit that a word is, "cm" and 厘米; undefined: none that measures. */
export const unitCalled = (word: string): Unit | undefined => readers.find(({ pattern }) => pattern.test(word))?.one;

/** The unit that the key of a property ends in: `height_cm`. */
export const unitOfKey = (key: string): Unit | undefined => unitCalled(key.split('_').at(-1) ?? '');
