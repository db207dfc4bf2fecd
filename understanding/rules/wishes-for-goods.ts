import { anyOf } from '../../text/any-of.ts';

const OF_OTHER_BUSINESS = anyOf(
  // Of orders, parcels and accounts.
  /订单|退|换货|快递|物流|发货|运费|包裹|发票|地址|客服|密码|账号|会员|积分|投诉/,
  /\b(?:orders?|refunds?|returns?|deliver\w*|parcels?|package|account|password|invoices?|ship\w*|tracking|receipt)\b/,
  /\b(?:points?|coupons?|discount|code|jobs?)\b/,
  // Of what is somebody's, or was spoken of.
  /我的|你们的|我买|我订|\b(?:my|your|mine|yours|it|they|this|that's)\b/,
  // Asks more than whether there is any.
  /怎么|咋|为什么|为啥|多少|几|什么时候|哪里|是不是|谁|\b(?:why|how|when|where|who)\b/,
);
/** One of them, please: 来个水壶, 推荐几个杯子. */
const HAN_ORDER =
  /^(?:给我|帮我)?(?:来|整|搞|推荐)(?:[一几]?[个把台双件款部套]|[一几]种)\p{Script=Han}{1,8}?[吧呗]?[。！!]?$/u;
const LATIN_ORDER =
  /^(?:please |can you |could you )?(?:recommend|suggest)(?: me| us)? (?:an?|some|any|a few|a good|\d)\b/;
/** Of this kind, with that: 能剪树枝的剪刀, 不用手洗的刀有吗. */
const HAN_WISH = /.{2,}的(?:\p{Script=Han}|[a-z\d]){1,6}(?:有吗|有没有|有么|呢|吗)?[?？。]?$/u;
/** "Game for two to take along", "silicone things that can be boiled", "something wooden". */
const LATIN_WISH =
  /^(?:(?:a|an|any|some|the|got|need|want) )*(?:(?:something|anything|one|ones) [a-z]|[a-z][a-z' -]{1,40} (?:for|with|without|that|which|under|below|over|to|made|suitable|safe|around|(?:you|i|we|one) can)\b)/;
const LATIN_SENTENCE = anyOf(
  /^(?:(?:and|so|but|ok|well) )*(?:(?:what|which) )?(?:is|are|am|was|were|do|does|did|can|could|will|would|should|have|has|i|we|you|he|she|there)\b/,
  /^(?:(?:and|so|but|ok|well) )*(?:please|tell|show|give|make|write|change|cancel|thanks?|thx|what's|what (?:if|about|else|happens|kind))\b/,
);
const LONGEST = 80;

const MOST_OF_ALL = anyOf(
  /^(?:(?:what(?:'s| is)|which(?: is)?|show me|the|your) )*(?:[a-z]{3,}est|best|(?:most|least) [a-z]+) (?!thing|way|time)[a-z][a-z -]+$/u,
  /^最(?![近后新早初]).{1,4}的\p{Script=Han}{1,8}?(?:是?哪.?[个款种]|是什么|有吗)?[?？]?$/u,
);

/** Whether the lightest, the best of a kind is asked for and nothing else. */
export const asksForMost = (normalised: string): boolean => MOST_OF_ALL.test(normalised.replace(/[?？.!。]+$/u, ''));

/** Whether some of a thing are wished for: by that alone, a word of the shop's goods means these. */
export const ordersSome = (normalised: string): boolean => HAN_ORDER.test(normalised) || LATIN_ORDER.test(normalised);

const PEOPLE =
  'mum|mom|mother|dad|father|parents|wife|husband|girlfriend|boyfriend|partner|son|daughter|kids?|baby|gran\\w*|' +
  'sister|brother|aunt|uncle|niece|nephew|friend|colleague|boss|teacher';
/** "Anything for my mum who is always cold?": somebody to give it to, and no kind. */
const FOR_SOMEBODY = new RegExp(
  `\\b(?:anything|something|a (?:gift|present)|gifts?|presents?)\\b.{0,16}\\bfor (?:my |a |our )(?:${PEOPLE})\\b`,
);
/** Whether a message looks for something to give to somebody. */
export const wishesForSomebody = (normalised: string): boolean => FOR_SOMEBODY.test(normalised);

const BEST_SELLERS = anyOf(
  /^(?:请问|你们|店里|你家|现在|目前|的|[，, ])*(?:最?(?:畅销|热销|热卖|受欢迎)|卖得?最?(?:好|多)|销量最[好高]|爆款|人气最?高)(?:的|商品|产品|款|东西)*(?:是|有)?(?:什么|哪些|哪[个款几])?(?:商品|产品|东西|款)?[吗呢啊]?[?？。]*$/,
  /^(?:what|which)(?:'s| is| are| of your (?:products|things))?(?: the| your)? (?:best[- ]?sell\w*|most popular|top[- ]?sell\w*|sells? best|bestsellers?)(?: (?:products?|items?|things?|ones?))?(?: (?:here|now|at the moment))?[?.! ]*$/,
);
/** "What sells best?", 最畅销的是什么. */
export const asksBestSellers = (normalised: string): boolean => BEST_SELLERS.test(normalised);

/** Whether a message names a kind of goods and what it should be like, and nothing else: a wish without a verb. */
export function wishesForGoods(normalised: string): boolean {
  if (normalised.length > LONGEST || OF_OTHER_BUSINESS.test(normalised)) return false;
  return HAN_WISH.test(normalised) || (LATIN_WISH.test(normalised) && !LATIN_SENTENCE.test(normalised));
}
