import { anyOf } from '../../text/any-of.ts';

const CHEAPER = anyOf(
  /(?:能|可以|会)(?:不能|不可以|不会)?(?:再|给我?)?(?:便宜|优惠|打折|减)(?:一?点|些)?(?:吗|么|嘛|不)?[?？]?$/,
  /有(?:没有)?(?:优惠|折扣|打折|便宜)(?:吗|么|没|没有|不)?[?？]?$/,
  /\b(?:any|a|get|give|offer|is there|do) .{0,30}\b(?:discount|money off|percent off)\b/,
  /\b(?:cheaper|discount)\b.{0,20}\b(?:if|when|for (?:my|a|students?|seniors?|members?))\b/,
);
const OF_GOODS = /哪|最|更|推荐|款|\b(?:which|one|ones|something|recommend|cheapest)\b/;

/** "Is there anything off on my birthday", 过生日能便宜吗: whether the shop gives something, not what its goods cost. */
export const asksDiscount = (normalised: string): boolean => CHEAPER.test(normalised) && !OF_GOODS.test(normalised);
