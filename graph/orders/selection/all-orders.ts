import type { Order } from '../../../stores/orders.ts';
import { anyOf } from '../../../text/any-of.ts';

const ALL_ORDERS = anyOf(
  /(?:两|三|这几|那几|几)(?:个|笔|单|个订单|张订单)(?:订单)?(?:我)?(?:都|全)/iu,
  /(?:全部|所有)(?:[^，。,]{0,6}的)?(?:订单|单子?)|都(?:取消|退|要|开)|全部|全都/iu,
  /\b(?:both|all)\b(?! (?:items?|pieces?|pairs?|of (?:it|the items)))/iu,
  /\b(?:everything|anything|whatever|every order)\b(?! (?:in|from|of) (?:it|the|that|this|my)\b)/iu,
);

/** Whether a wish is for all the orders that it may be about: "cancel both", "everything that hasn't shipped", 两单都退. */
export const saysAllOrders = (text: string): boolean => ALL_ORDERS.test(text);

/** How the end of a number is said. */
const TAIL = /[a-z\d]{4,}$/i;

/** Whether each of several orders is meant: all of them, or each by its number. */
export const saysEach = (orders: readonly Pick<Order, 'id'>[], text: string): boolean =>
  saysAllOrders(text) || orders.every(({ id }) => text.includes(TAIL.exec(id)?.[0] ?? id));
