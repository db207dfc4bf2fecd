import { NUMBER, parseNumber } from './numbers.ts';

/** Words of Chinese that count goods. */
export const PIECES =
  '(?:个|件|台|双|套|条|本|盒|箱|瓶|包|份|只|支|把|张|部|辆|袋|罐|桶|管|卷|颗|根|棵|株|盆|束|枝|口|块(?!钱)|斤|对)';

const PATTERNS = [
  new RegExp(`(?:买|要|来|订|拍|改成|换成|加|退|数量|数量改成|下单)\\s?(${NUMBER})\\s?${PIECES}`),
  new RegExp(
    `(?<!第)(${NUMBER})\\s?(?:个|件|台|双|套|本|盒|箱|瓶|份|只|支(?![持付援撑])|把|部|辆|袋|罐|桶|管|卷)(?!月|星期|工作日|小时|人|礼拜)`,
  ),
  new RegExp(
    `(?:quantity(?: to| of|:)?|qty:?|order|buy|want|need|get|make it|return|cancel)\\s(${NUMBER})(?!\\s?(?:days?|weeks?|months?|years?|hours?|%|inch|ft|feet|foot|cm|mm|kg|lbs?|oz|-))(?=\\s|$|[.,!?])`,
  ),
  new RegExp(`(${NUMBER})\\s?(?:pieces?|pcs|units?|items?|copies|pairs?|boxes|bottles|packs?|sets?)(?![a-z])`),
  new RegExp(
    `(?<![a-z\\d.])(${NUMBER}) (?:bags|tins|cans|jars|tubes|cartons|packets|loaves|rolls|cups|sheets|bunches|pots|crates|cases|kilos) (?:of )?[a-z]`,
  ),
  new RegExp(
    `(?:^|\\b(?:buy|want|need|like|get|order|send|add|take|and|for|plus)(?: me)? )(${NUMBER}) (?:of (?:the|your|those|these) )?(?!(?:days?|weeks?|months?|years?|hours?|minutes?|inch|percent|orders?|parcels?|packages?|times?|stars?)\\b)(?:[a-z\\d-]+ ){0,3}?[a-z-]{2,}(?:s|mice|loaves)\\b(?! (?:ago|old|off|later))`,
  ),
];
const ARTICLES = /^(?:a|an|one)$/;

/** How many, from normalised text; "a" and "one" alone say nothing. */
export function findQuantity(normalised: string): number | undefined {
  for (const pattern of PATTERNS) {
    const word = pattern.exec(normalised)?.[1];
    if (!word || ARTICLES.test(word)) continue;
    const value = parseNumber(word);
    if (value !== undefined && Number.isInteger(value) && value > 0 && value < 10_000) return value;
  }
  return undefined;
}
