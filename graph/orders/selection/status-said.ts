import type { OrderStatus } from '../../../stores/schema.ts';
import { BEFORE_DISPATCH } from '../../../tools/orders/order-status.ts';

const ORDER =
  '(?:(?:的)?(?:那|这)?[个一]?(?:单|笔|订单|件)|(?:的)?[那这](?:个|一个)?|的(?=还|能|可以|想|要|不要|先|别|都|全))';
const SENT = '(?:shipped|sent|dispatched|posted|left|out|gone)';
const NAMED: readonly (readonly [readonly OrderStatus[], RegExp])[] = [
  [
    BEFORE_DISPATCH,
    new RegExp(
      `(?:没|未|尚未|还没)(?:有)?(?:发货|发出|寄出|发)(?:${ORDER}|[，, ]?(?:都|全))|\\b(?:that|which|orders?|ones?|everything|anything|whatever|all)\\b.{0,10}\\b(?:hasn't|haven't|has not|have not|isn't|aren't|is not|are not|not|wasn't)\\b (?:yet |been |already )*${SENT}|\\b(?:unshipped|unsent)\\b|\\b(?:everything|all|orders?|ones?)\\b.{0,16}\\bbefore (?:it|they) (?:ships?|goes out)`,
      'iu',
    ),
  ],
  [
    ['pending'],
    new RegExp(
      `(?:没|未|待|还没)(?:付款?|付钱|支付)${ORDER}|(?:单子?|订单|笔)(?:还|一直)?(?:没|未)(?:付款?|付钱|支付)|\\b(?:unpaid|pending)\\b[a-z ]{0,12}\\b(?:order|one)\\b|\\b(?:order|one)\\b.{0,16}\\b(?:haven't|have not|not) (?:yet )?paid\\b`,
      'iu',
    ),
  ],
  [
    ['processing'],
    new RegExp(
      `(?:已经?|正?在)?(?:备货|配货|打包|处理)(?:中|的)?${ORDER}|\\b(?:order|one)\\b.{0,12}\\bbeing (?:prepared|packed|processed)\\b|\\bprocessing order\\b`,
      'iu',
    ),
  ],
  [
    ['shipped'],
    new RegExp(
      `(?:已发货|发了货|在路上|运输中|在途)${ORDER}|\\b(?:shipped|dispatched) (?:order|one)\\b|\\b(?:order|one)\\b.{0,12}\\b(?:on (?:its|the) way|in transit)\\b`,
      'iu',
    ),
  ],
  [
    [...BEFORE_DISPATCH, 'shipped'],
    new RegExp(
      `(?:没|未|还没)(?:有)?(?:[送收]?到货?|签收|送达)${ORDER}|\\b(?:order|one)\\b.{0,12}\\b(?:hasn't|has not|not) (?:yet )?(?:arrived|come|been delivered)\\b`,
      'iu',
    ),
  ],
  [
    ['delivered', 'completed'],
    new RegExp(
      `(?:已签收|签收了?|已送达|[收送]到了?)${ORDER}|\\bdelivered (?:order|one)\\b|\\b(?:order|one) that (?:has )?(?:arrived|came)\\b`,
      'iu',
    ),
  ],
  [['cancelled'], new RegExp(`(?:已取消|取消了|取消掉)${ORDER}|\\bcancell?ed (?:order|one)\\b`, 'iu')],
];

/** The states by which a message tells one order from others ("the unpaid one", 还没付款的那单); empty: by none. */
export const statusSaid = (text: string): readonly OrderStatus[] =>
  NAMED.find(([, names]) => names.test(text))?.[0] ?? [];
