import { splitSentences } from '../../../knowledge/text/sentences.ts';
import type { Hit } from '../../../knowledge/types.ts';
import { anyOf } from '../../../text/any-of.ts';
import { asksHours, type HoursAsked } from './hours-asked.ts';

/** A time at which something opens or closes, or that it does not. */
export const TELLS_HOURS = anyOf(
  /\d{1,2}(?:[:：.]\d{2})? ?(?:am|pm|a\.m|p\.m)|\d{1,2}[:：]\d{2}|\bclosed\b|休息|闭店|不营业/i,
  /打烊|全年无休|\b24\/7\b/i,
);
const OF_OPENING = /营业|开门|闭店|休息|打烊|\bopen(?:ing)?\b|\bclosed?s?\b|\bhours\b/i;

/** Whether a passage tells when something is open. */
export const tellsOpening = ({ title, heading, text }: Pick<Hit, 'title' | 'heading' | 'text'>): boolean =>
  TELLS_HOURS.test(text) && OF_OPENING.test(`${title} ${heading ?? ''} ${text}`);

/** A day of the year on which shops are shut. */
export const HOLIDAY = anyOf(
  /春节|过年|新年|元旦|除夕|年三十|大年|正月|初[一二三四五六七]|节?假日|假期|放假|清明|端午|中秋|国庆|五一|圣诞/i,
  /\b(?:bank |public )?holidays?\b|christmas|boxing day|\bxmas\b|new year|easter|thanksgiving|\bdecember\b/i,
  /\bjanuary\b/i,
);

const DATE = /\d{1,2} ?月 ?\d{1,2} ?日/;

/** Whether a sentence tells the hours of a holiday or a date, which is another matter than what holds week by week. */
const isOfOneDay = (text: string): boolean => HOLIDAY.test(text) || DATE.test(text);

/** Of what was found, the sentences that tell the hours of the shop, whole: a day may be named in the one that says "closed". */
export function hoursAlone(request: HoursAsked, found: Hit[]): Hit[] {
  if (!asksHours(request)) return found;
  const hits = isOfOneDay(request.text) ? found : found.filter((hit) => !tellsOneDayAlone(hit));
  for (const hit of hits) {
    if (hit.kind === 'product' || !OF_OPENING.test(`${hit.title} ${hit.heading ?? ''} ${hit.text}`)) continue;
    // A table tells the hours of several stores: its rows are chosen by the question.
    if (hit.text.includes('|')) return hits;
    const told = hoursIn(hit);
    if (told.length === 0) continue;
    const text = told.join(hit.language === 'zh' ? '' : ' ');
    // A FAQ's text is said as it stands.
    return [{ ...hit, kind: 'faq', text, sentences: [] }];
  }
  return hits;
}

const hoursIn = ({ text }: Hit): string[] =>
  splitSentences(text)
    .map((sentence) => sentence.text.trim())
    .filter((sentence) => TELLS_HOURS.test(sentence));

function tellsOneDayAlone(hit: Hit): boolean {
  const told = hoursIn(hit);
  return told.length > 0 && told.every(isOfOneDay);
}
