import { anyOf } from '../../text/any-of.ts';

const LEAVES_UNDONE = anyOf(
  /^(?:请|先|千万|你们|可|[，, ])*(?:别|不要|不用|不想|不需要)(?:再|帮我|给我|把)*(?:取消|退货|退款|换货|退|换|改|动)(?:我的|这个?|那个?|任何)?(?:订单|单子?|东西|地址|货|款)?[。.!！]*$/,
  /^(?:请|先|千万|你们|可|[，, ])*(?:别|不要|不用)(?:再|给我|把)*(?:取消|退|换|改|动)[^，。,?？]{1,12}[那这]一?[个笔件]?(?:订单|单)(?:了|啊)*[。.!！]*$/,
  /^(?:(?:please|but|no|oh|hey)[, ]+)*(?:do not|don'?t) (?:cancel|return|refund|exchange|change|touch) (?:(?:my|the|that|this|any|these|those) )?(?:it|that|this|anything|orders?|address|items?|things?)(?: please)?[.! ]*$/,
);

/** "Don't cancel my order", 别取消订单: what is not to be done. From normalised text. */
export const leavesUndone = (normalised: string): boolean => LEAVES_UNDONE.test(normalised);
