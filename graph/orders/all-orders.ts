import { anyOf } from '../../text/any-of.ts';

const ALL_ORDERS = anyOf(
  /(?:两|三|这几|那几|几)(?:个|笔|单|个订单|张订单)(?:订单)?(?:我)?(?:都|全)|(?:全部|所有)(?:的)?(?:订单|单子?)|都(?:取消|退|要|开)|全部|全都/iu,
  /\b(?:both|all)\b(?! (?:items?|pieces?|pairs?|of (?:it|the items)))/iu,
);

/** Whether a wish is for all the orders that it may be about: "cancel both", 两单都退. */
export const saysAllOrders = (text: string): boolean => ALL_ORDERS.test(text);
