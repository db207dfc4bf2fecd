import { UNITS, unitCalled } from '../../../knowledge/text/units.ts';
import { allTexts } from '../../../stores/local-text.ts';
import type { LocalText } from '../../../stores/schema.ts';

const NUMBER_AND_UNIT = new RegExp(`(\\d)\\s*(${UNITS.map(({ words }) => words).join('|')}|gb|tb|寸)(?![a-z])`, 'gi');
/** 18厘米 is 18 cm. */
const withSpace = (text: string): string =>
  text.replace(
    NUMBER_AND_UNIT,
    (_, digit: string, unit: string) => `${digit} ${unitCalled(unit.toLowerCase())?.symbol ?? unit}`,
  );
/** "L (9–14 kg)", 大（110 厘米）: what it is called, without what is told of it. */
const headOf = (text: string): string => text.replace(/\s*[（(].*$/u, '').trim() || text;
/** How a single character names a size: 大的, 大号. */
const HAN_SIZE = /^[大中小长短厚薄]$/u;

/** Sizes that people call by another word than the shop does. */
const SIZES: readonly (readonly string[])[] = [
  ['small', 'little'],
  ['large', 'big'],
];

/** Sizes that people call by a letter, and how shops write them that have no letters. */
const LETTERS: Readonly<Record<string, RegExp>> = {
  S: /^(?:小号?|small)$/i,
  M: /^(?:中号?|medium)$/i,
  L: /^(?:大号?|large)$/i,
};

/** What an option's value is called, in every language. */
export const rawTexts = (value: unknown): string[] =>
  typeof value === 'string' || (typeof value === 'object' && value !== null)
    ? allTexts(value as LocalText)
    : [String(value)];

/** The value of an option stands in a text, in one of its languages. */
export function isSaid(value: unknown, question: string): boolean {
  const [number] = rawTexts(value).flatMap((text) => text.match(/^\d+(?:\.\d+)?(?=\D*$)/) ?? []);
  // "18 的多少钱" of pots of 18 cm.
  if (number && new RegExp(`(?<![\\d.])${number.replace('.', '\\.')} ?(?:的|号|寸|码)`, 'u').test(question))
    return true;
  // "5-6" of costumes for 5-6 years.
  const [range] = rawTexts(value).flatMap((text) => text.match(/^\d+ ?[-–~] ?\d+(?=\D*$)/) ?? []);
  if (range && new RegExp(`(?<![\\d.-])${range.replace(/ ?[-–~] ?/, ' ?[-–~到至] ?')}(?![\\d.])`, 'u').test(question))
    return true;
  const letter = Object.keys(LETTERS).find((one) => rawTexts(value).some((text) => LETTERS[one]?.test(headOf(text))));
  // "5 L" is a measure, not a size.
  if (letter && isWritten(letter, question.replace(/\d\s*[a-z]{1,2}(?![a-z])/gi, ' '))) return true;
  const spaced = withSpace(question);
  return rawTexts(value)
    .flatMap((text) => [text, headOf(text)])
    .some((text) => isWritten(text, question) || (/\d/.test(text) && isWritten(withSpace(text), spaced)));
}

function isWritten(text: string, question: string): boolean {
  if (HAN_SIZE.test(text)) return new RegExp(`${text}(?:的|号|款|盆|杯|瓶|包|码|一点的)`, 'u').test(question);
  if (/\p{Script=Han}/u.test(text)) return text.length > 1 && question.includes(text);
  const synonym = SIZES.find((words) => words.includes(text.toLowerCase()));
  if (synonym) return new RegExp(`(?<![\\w']|how )(?:${synonym.join('|')})(?:g?er|r)?(?![\\w'])`, 'i').test(question);
  const word = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // One letter is a size only where it is written as one: "charcoal m" ends in it.
  if (/^[a-z]$/i.test(text))
    return (
      (/^[sml]$/i.test(text) &&
        new RegExp(
          `(?<![\\w'’.])(?:\\b(?:in|an?|into|to) ${word}(?![\\w'’])|${word}(?=(?:,? (?:please|pls|instead|then|thanks))*[.!?\\s]*$))`,
          'i',
        ).test(question)) ||
      new RegExp(`\\bsize:? ${word}\\b|(?<![\\w'])${word}\\s?(?:码|号)`, 'i').test(question) ||
      new RegExp(`(?<![\\w'’])${text.toUpperCase()}(?![\\w'’])`).test(question.replace(/\b(?:I|A)\b/g, ' '))
    );
  // "+2" of glasses of +2.0.
  const whole = /^\+?\d+\.0+$/.test(text) ? word.replace(/\\\.0+$/, '(?:\\.0+)?') : word;
  return new RegExp(`(?<![\\w.])${whole}(?![\\w.])`, 'i').test(question);
}

/** Whether a word of a value stands in a text: "navy" of "navy blue". */
export const isInWords = (value: unknown, text: string): boolean =>
  rawTexts(value)
    .flatMap((one) => one.match(/[a-z]{3,}/gi) ?? [])
    .some((word) => new RegExp(`\\b${word}\\b`, 'i').test(text));
