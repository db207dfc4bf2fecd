import { anyOf } from '../../text/any-of.ts';

const COUNT_ZH = '(?:一|二|两|俩|三|四|五|六|七|八|九|十|\\d{1,3})';
const UNIT_ZH = '(?:个|件|台|只|双|本|套|份|瓶|盒|条|把|张|支|部|副|块|包|辆|款|箱|对|枚|顶|袋)';
const THIS_ZH = '(?:这个|这款|它)';
const END_ZH = '[。!！~]*$';
const BUYS_ZH = anyOf(
  // 我要这个, 来两双吧
  new RegExp(
    `^(?:那|好的?|行|可以|嗯|ok|[，,])*(?:我)?(?:就|想|先)?(?:要|来|买|拿|订|订购|购买|下单)(?:了)?(?:${COUNT_ZH}${UNIT_ZH}|(?:这|那)(?:个|款|台|件|本|双|套)|它)(?:这个|这款)?(?:了|吧|啦)?${END_ZH}`,
  ),
  // 帮我下单
  new RegExp(
    `^(?:那|好的?|行|请|麻烦|[，,])*(?:你?帮我|给我|替我)(?:直接)?(?:下单|下个单|买(?:了|下来)?|买一?个|来一?${UNIT_ZH}|拍一?${UNIT_ZH}|加入?购物车)${THIS_ZH}?(?:吧|一下|了)?${END_ZH}`,
  ),
  // 加入购物车
  new RegExp(`^(?:把${THIS_ZH})?(?:加入?|放进?|加到)购物车(?:里)?(?:吧)?${END_ZH}`),
);
const AGREED = 'ok(?:ay)?|great|perfect|good|fine|cool|yes|then|so|and|well|right|sold';
/** I'll take …, please order …. */
const TAKE =
  "(?:i'?ll|i will|we'?ll|we will|let me|i'?d like to|i would like to|i want to|can i|could i|may i) (?:take|buy|order|get|have|purchase)";
const ORDER = '(?:please )?(?:order|buy|add|put)(?: me)?|put me down for';
const THESE = '(?:it|this|that|these|those|them|one|two|three|four|five|six|\\d{1,3}|a couple|a pair|both)';
const BUYS_EN = new RegExp(
  `^(?:(?:${AGREED})[,.! ]+)*(?:${TAKE}|${ORDER}) ${THESE}(?: one)?(?: of (?:it|this|that|these|those|them))?(?: (?:to|in|into) (?:my|the) (?:cart|basket|bag))?(?: (?:please|then|now|here|thanks))*[.! ]*$`,
);
/** As a sentence about a product that it names: "I'll take two of the Aurora lamps". */
const TAKES_NAMED = anyOf(
  /^(?:(?:ok(?:ay)?|great|then|so|and)[,.! ]+)*(?:i'?ll|we'?ll) (?:take|buy|have)\b/,
  /^(?:那|好的?|[，,])*(?:我)?就?(?:要|来|买|拿|订)(?:一|二|两|三|四|五|\d{1,3})(?:个|件|台|只|双|本|套|份|瓶|盒|条|把|张)/,
);

/** "I'll take two", 我要这个: the wish to have an order placed for what is talked about. */
export const wantsToBuy = (normalised: string): boolean => BUYS_ZH.test(normalised) || BUYS_EN.test(normalised);

/** The same with the product's name in it. */
export const wantsToBuyNamed = (normalised: string): boolean =>
  TAKES_NAMED.test(normalised) && !/[?？吗]/.test(normalised);

/** "…, how do I order?" behind the wish asks nothing more. */
const HOW_THEN = anyOf(
  /^(?:so |and )?(?:how|where) (?:do|can|should) i (?:order|buy|pay|check ?out|purchase)\b/,
  /^(?:怎么|在哪里?|如何)(?:买|下单|付款|拍)/,
);

function takesIt(normalised: string): boolean {
  const [wish = '', ...rest] = normalised.split(/[,，.。!！;；]\s*|(?<=\p{Script=Han})\s+/u).filter(Boolean);
  return (
    wantsToBuy(normalised) || (rest.length > 0 && wantsToBuy(wish) && rest.every((clause) => HOW_THEN.test(clause)))
  );
}

/** Either of them; `named`: a product is. */
export const wishesToBuy = (normalised: string, named: boolean): boolean =>
  takesIt(normalised) || (named && wantsToBuyNamed(normalised));

const HOW_TO_BUY = anyOf(
  /^(?:(?:ok(?:ay)?|great|so|and|well|then)[,.! ]+)*(?:how|where) (?:do|can|could|would|should) (?:i|we) (?:buy|order|get|purchase|pay for) (?:it|this|that|them|these|one|the (?:first|second|last) one)(?: please| now| then)?[?!. ]*$/,
  /^(?:那|好的?|行|请问|[，, ])*(?:我)?(?:要|该)?(?:怎么|在哪里?|哪里|如何)(?:可以|能)?(?:买|下单|购买|订购|拍)(?:它|这个|这款)?(?:呢|啊|呀)?[?？。]*$/,
);

/** "How do I buy it?", 怎么买: of what is in view. */
export const asksHowToBuy = (normalised: string): boolean => HOW_TO_BUY.test(normalised);
