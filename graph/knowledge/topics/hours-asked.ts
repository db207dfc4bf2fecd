import { anyOf } from '../../../text/any-of.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';

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

export type HoursAsked = Pick<UnderstoodRequest, 'intent' | 'text'>;

/** Whether the question is when the shop, or its people, are there. */
export const asksHours = ({ intent, text }: HoursAsked): boolean => intent === 'store_info' && ASKS_HOURS.test(text);

/** Whether it asks of the shop itself: its doors, not the people in the chat. */
export const asksOpening = (request: HoursAsked): boolean => asksHours(request) && !OF_SERVICE.test(request.text);

/** Whether it names the people who answer in the chat. */
export const asksServiceHours = (request: HoursAsked): boolean => asksHours(request) && OF_SERVICE.test(request.text);
