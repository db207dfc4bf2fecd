import { anyOf } from '../../text/any-of.ts';

/** A way to ask, at the message's beginning or after the words that lead on to it. */
const after =
  (opener: RegExp) =>
  (way: RegExp): RegExp =>
    new RegExp(`^(?:${opener.source})*(?:${way.source})`);
const asked = after(/and |so |ok |hi |hello |hey |[,. ]/);
const askedHan = after(/你们|请问|店里|门店|那|坐?地铁|坐?公交|开车|打车/);

const HOURS = anyOf(
  // What time do you shut
  asked(
    /(?:what time|when|till when|until when|how late|from when|what are)\b.{0,16}\b(?:you|u|y'all|store|shop|it|ye|your)\b.{0,12}\b(?:open|close|shut|opening|closing|hours)\b/,
  ),
  // Are you still open
  asked(/(?:r|are|is|will) (?:you|u|the (?:shop|store))(?: guys)? (?:still |even |also )?(?:open|closed|shut)\b/),
  asked(/(?:you|u)(?: guys)? open\b/),
  asked(/(?:your )?(?:opening|business|shop|store) (?:hours|times?)\b/),
  // 周六几点开门
  /^(?:(?:你们|店里|门店|请问|店)?(?:周|星期|礼拜)?[一二三四五六日天末]?)?(?:几点|什么时候|啥时候)(?:开门|关门|营业|打烊|上班|下班|开始营业)/,
  // 今天开着吗
  /^(?:你们|店里|门店|请问)?(?:.{0,4})(?:开门|营业|开着)(?:吗|不|么)/,
);

const PLACE = anyOf(
  // Where r u
  asked(/where ?abouts (?:r|are) (?:you|u)\b/),
  asked(
    /where (?:r|are|is) (?:you|u|the (?:shop|store|showroom)|your (?:shop|store|showroom))(?: (?:guys|based|located|exactly|at))*\b/,
  ),
  asked(/how (?:do|can) i (?:find|get to|reach) (?:you|u|the (?:shop|store)|your (?:shop|store))\b/),
  asked(/what(?:'s| is) your address\b/),
  // Is there parking
  asked(/(?:is there|do you have|any|can i|where (?:can|do) i) (?:a |any |free )?park(?:ing)?\b/),
  // 你们店在哪, 坐地铁怎么走, 地址呢, 有停车位
  askedHan(/(?:店|门店)(?:在哪|怎么走|怎么去)/),
  askedHan(/(?:在哪(?:里|儿|个(?:位置|地方))?|怎么[走去](?:你们?(?:店|那)里?)?)[呀啊呢]?[?？]*$/),
  askedHan(/(?:店|门店)?的?地址(?:在哪里?|是什么|是哪里?|呢|有吗)?[?？]?$/),
  askedHan(/(?:有|能|可以|好)(?:没有|不能)?(?:停车|停车位|停车场)/),
);

/** A parcel, an order or an answer is asked after; "contact" wants more than the place. */
const OTHERWISE = anyOf(
  /订单|快递|包裹|发货|到货|客服|人工/,
  /\b(?:order|parcel|package|delivery|refund|chat|support|reply|answer|someone|anyone|from)\b/,
);

/** "What time do you shut", "where r u": when the store is open and where it stands. */
export const asksStore = (normalised: string): boolean =>
  (HOURS.test(normalised) || PLACE.test(normalised)) && !OTHERWISE.test(normalised);
