import { splitSentences } from '../../../knowledge/text/sentences.ts';
import type { Hit } from '../../../knowledge/types.ts';
import { localText } from '../../../stores/local-text.ts';
import type { Language } from '../../../stores/schema.ts';
import { anyOf } from '../../../text/any-of.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import type { BranchReply } from '../../branch.ts';
import { phrasesIn } from '../../phrases/phrases.ts';
import type { ShopProfile } from '../../shop.ts';

/** When the shop is there, not when something else happens ("几点换班"). */
const ASKS_HOURS = anyOf(
  /几点钟?(?:[开关到在]|营业|上班|下班|打烊|结束|有人|$|[？?])|到几点|营业|上班|下班|工作时间|服务时间|周末/i,
  /[周星期拜][一二三四五六日天末](?:你们|店里|门店|还|也|都)?(?:开|关|休)/i,
  /(?:初[一二三四五六七]|除夕|春节|过年|国庆|五一|元旦|圣诞|节假?日|假期)(?:你们|店里|门店|还|也|都|期间)?(?:开|关|休)/i,
  /开门|关门|开不开/i,
  /\bhours\b|\bopen(?:ing)?\b|\bclos(?:e|ing)\b|\bshut\b|\b(?:till|until|from) when\b|\bhow late\b/i,
  /\bwhat time\b.*\b(?:start|end|available|there|answer|reply)|\bweekends?\b/i,
);
/** The people who answer, not the store: "你们客服几点下班". */
const OF_SERVICE = anyOf(
  /客服|人工|坐席|在线|(?<!店.{0,6})[上下]班/i,
  /\b(?:customer|support|service|agents?|staff|team|someone|somebody|person|people|humans?|chat)\b/i,
);

type Asked = Pick<UnderstoodRequest, 'intent' | 'text'>;

/** Whether the question is when the shop, or its people, are there. */
export const asksHours = ({ intent, text }: Asked): boolean => intent === 'store_info' && ASKS_HOURS.test(text);

/** Whether it asks of the shop itself: its doors, not the people in the chat. */
export const asksOpening = (request: Asked): boolean => asksHours(request) && !OF_SERVICE.test(request.text);

/** Whether it names the people who answer in the chat. */
export const asksServiceHours = (request: Asked): boolean => asksHours(request) && OF_SERVICE.test(request.text);

/** The hours in which people answer, as the shop's profile says; undefined where it says none or something else is asked. */
export function supportHours(shop: ShopProfile, request: Asked, language: Language): BranchReply | undefined {
  if (shop.supportHours === null || !asksHours(request)) return undefined;
  const said = phrasesIn(language).supportHours(localText(shop.supportHours, language));
  return {
    text: `${said}[1]`,
    citations: [{ marker: 1, documentId: 'shop', title: localText(shop.name, language), page: null, quote: said }],
  };
}

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
export function hoursAlone(request: Asked, found: Hit[]): Hit[] {
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
