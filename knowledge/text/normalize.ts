import { toSimplified } from '../../text/traditional.ts';
import { numeralOf, numeralValue } from './numerals.ts';

/** Nothing to fold but the case. */
const ASCII = /^[\0-\x7f]*$/;
/** Latin and Greek letters with accents, and accents that stand by themselves. */
const ACCENTED = /[\u00c0-\u024f\u0386-\u03ce\u1e00-\u1fff]|\p{M}/u;
/** By code unit, looked up after the first time: most texts have none. */
const UNKNOWN = 0;
const PLAIN = 1;
const WITH_ACCENT = 2;
const accents = new Uint8Array(65_536);
/** Halves of pairs are left to the pattern. */
accents.fill(WITH_ACCENT, 0xd800, 0xe000);

function mayHaveAccents(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (accents[code] === UNKNOWN) accents[code] = ACCENTED.test(String.fromCharCode(code)) ? WITH_ACCENT : PLAIN;
    if (accents[code] === WITH_ACCENT) return true;
  }
  return false;
}

const COMBINING = /\p{Script=Inherited}/gu;
const MEASURED =
  /(?<![哪那某每这])[一二两三四五六七八九十百]+(?=天|日|周|年|个月|个小时|小时|个工作|个自然|个星期|星期|分钟|秒|元|块钱|折|件|次|倍|寸|斤|公斤|升|瓦|成新)/g;
const ORDINAL = /(?<=第)\d{1,3}(?=[条款项章])/g;

/**
 * The form in which texts are compared: half width, lower case, simplified characters, no accents,
 * numerals before a measure word as digits (七天 and 7天 are one), and those of articles as numerals (第3条 and 第三条).
 */
export function normalize(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const compact = text.normalize('NFKC');
  const plain =
    mayHaveAccents(compact) && ACCENTED.test(compact)
      ? compact.normalize('NFD').replace(COMBINING, '').normalize('NFC')
      : compact;
  const folded = plain.toLowerCase();
  return toSimplified(folded)
    .replace(MEASURED, (numeral) => String(numeralValue(numeral)))
    .replace(ORDINAL, (digits) => numeralOf(Number(digits)));
}
