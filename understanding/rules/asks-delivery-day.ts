import { anyOf } from '../../text/any-of.ts';

const DAY_ZH =
  '(?:(?:周|星期|礼拜)[一二三四五六日天末]|周末|双休日?|节假日|假期|元旦|春节|过年|除夕|国庆|五一|晚上|夜里|早上|上午|下午|中午|下班后)';
const ASKS_ZH = new RegExp(
  `(?:能不能|可不可以|可否|能否|是否|会不会|能|可以|会|支持|有没有|还).{0,6}${DAY_ZH}(?:的时候|期间)?(?:也|还|都)?(?:能|可以|会)?.{0,3}(?:送|配送|派送|派件|发货|上门)|${DAY_ZH}(?:的时候|期间)?(?:也|还|都)?(?:能不能|可不可以|会不会|能|可以|会|支持|照常).{0,4}(?:送|配送|派送|派件|发货|上门)|${DAY_ZH}(?:的时候|期间)?(?:也|还|都)?(?:送货?|配送|派送|派件|发货)(?:上门)?(?:吗|么|嘛|不)`,
);
const DAY_EN =
  '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:the )?week-?ends?|(?:public |bank )?holidays?|(?:the )?evenings?|(?:the )?mornings?|christmas|new year)';
const ASKS_EN = new RegExp(
  `\\b(?:can|could|do|does|will|would|is it possible)\\b.{0,24}\\b(?:deliver(?:ed|y|ies)?|drop (?:it|them) off|ship)\\b.{0,16}\\b(?:on|at|over|in|during) (?:a |an |any )?${DAY_EN}\\b|\\b${DAY_EN} deliver(?:y|ies)\\b|\\bdeliver(?:y|ies)? (?:on|at|over|during) (?:a |the )?${DAY_EN}\\b`,
);
/** Whoever is in a hurry asks for more than the days. */
const HURRIES = anyOf(
  /急|赶|快|尽早|提前|之前|以前|来得及|等着|加急|务必|一定要/,
  /\b(?:urgent|asap|hurry|rush|sooner|earlier|quick\w*|need (?:it|this)|before|by)\b/,
);

/** "Do you deliver on Saturdays?", 能不能周六送: which days and hours parcels are brought, not a wish to hurry one. */
export const asksDeliveryDay = (normalised: string): boolean =>
  (ASKS_ZH.test(normalised) || ASKS_EN.test(normalised)) && !HURRIES.test(normalised);
