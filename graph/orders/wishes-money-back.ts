import type { Order } from '../../stores/orders.ts';
import { anyOf } from '../../text/any-of.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';

const MONEY_BACK = anyOf(
  /(?:给我|要|想|能|可以|帮我|申请|我要).{0,4}(?:退款|退钱)|退钱[!！。]?$/i,
  /\b(?:money back|refund (?:me|it|this|that|the)|(?:want|need|get|give me|have|like) (?:a|my|the)? ?(?:full )?refund)\b/i,
);
const PROGRESS = /到账|进度|还没|什么时候|多久|\b(?:when|where|status|yet|arrived|come through|received|still)\b/i;
const ARRIVED = new Set(['delivered', 'completed']);

/** "It's awful, money back?" of what arrived and has no refund under way: the goods are to go back. */
export const wishesMoneyBack = (
  { intent, text }: Pick<UnderstoodRequest, 'intent' | 'text'>,
  { status, refunds }: Pick<Order, 'status' | 'refunds'>,
): boolean =>
  intent === 'refund_status' &&
  refunds.length === 0 &&
  ARRIVED.has(status) &&
  MONEY_BACK.test(text) &&
  !PROGRESS.test(text);
