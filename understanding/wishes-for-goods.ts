const OF_OTHER_BUSINESS =
  /订单|退|换货|快递|物流|发货|运费|包裹|发票|地址|客服|密码|账号|会员|积分|投诉|我的|你们的|我买|我订|怎么|咋|为什么|为啥|多少|几|什么时候|哪里|是不是|谁|\b(?:orders?|refunds?|returns?|deliver\w*|parcels?|package|account|password|invoices?|ship\w*|tracking|receipt|points?|coupons?|discount|code|jobs?|my|your|mine|yours|it|they|this|that's|why|how|when|where|who)\b/;
/** Of this kind, with that: 能剪树枝的剪刀, 不用手洗的刀有吗. */
const HAN_WISH = /.{2,}的(?:\p{Script=Han}|[a-z\d]){1,6}(?:有吗|有没有|有么|呢|吗)?[?？。]?$/u;
/** "Game for two to take along", "silicone things that can be boiled", "something wooden". */
const LATIN_WISH =
  /^(?:(?:a|an|any|some|the|got|need|want) )*(?:(?:something|anything|one|ones) [a-z]|[a-z][a-z' -]{1,40} (?:for|with|without|that|which|under|below|over|to|made|suitable|safe|around|(?:you|i|we|one) can)\b)/;
const LATIN_SENTENCE =
  /^(?:(?:and|so|but|ok|well) )*(?:is|are|am|was|do|does|did|can|could|will|would|should|have|has|i|we|you|he|she|there|please|tell|show|give|make|write|what|which|change|cancel|thanks?|thx)\b/;
const LONGEST = 80;

/** Whether a message names a kind of goods and what it should be like, and nothing else: a wish without a verb. */
export function wishesForGoods(normalised: string): boolean {
  if (normalised.length > LONGEST || OF_OTHER_BUSINESS.test(normalised)) return false;
  return HAN_WISH.test(normalised) || (LATIN_WISH.test(normalised) && !LATIN_SENTENCE.test(normalised));
}
