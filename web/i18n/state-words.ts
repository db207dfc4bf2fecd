import type { Locale } from './dictionary.ts';

/** States of parcels, refunds and invoices that shops commonly use. */
const WORDS: Record<string, Record<Locale, string>> = {
  pending: { zh: '待处理', en: 'Pending' },
  label_created: { zh: '待揽收', en: 'Label created' },
  picked_up: { zh: '已揽收', en: 'Picked up' },
  in_transit: { zh: '运输中', en: 'In transit' },
  out_for_delivery: { zh: '派送中', en: 'Out for delivery' },
  delivered: { zh: '已签收', en: 'Delivered' },
  delayed: { zh: '延误', en: 'Delayed' },
  exception: { zh: '异常', en: 'Delivery problem' },
  returned: { zh: '已退回', en: 'Returned' },
  requested: { zh: '已申请', en: 'Requested' },
  approved: { zh: '已同意', en: 'Approved' },
  rejected: { zh: '未通过', en: 'Rejected' },
  completed: { zh: '已完成', en: 'Completed' },
  issued: { zh: '已开具', en: 'Issued' },
};

/** States of orders. */
const ORDER_WORDS: Record<string, Record<Locale, string>> = {
  pending: { zh: '待付款', en: 'awaiting payment' },
  paid: { zh: '已付款', en: 'paid' },
  processing: { zh: '备货中', en: 'being prepared' },
  shipped: { zh: '已发货', en: 'shipped' },
  delivered: { zh: '已送达', en: 'delivered' },
  completed: { zh: '已完成', en: 'completed' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  returned: { zh: '已退货', en: 'returned' },
};

/** An order's state in the reader's words; one that only the shop knows as it is. */
export const orderStateWords = (locale: Locale, state: string): string => ORDER_WORDS[state]?.[locale] ?? state;

/** A state in the reader's words; one that only the shop knows as it is. */
export function stateWords(locale: Locale, state: string | null): string | null {
  if (state === null) return null;
  return WORDS[state.toLowerCase().replace(/[\s-]/g, '_')]?.[locale] ?? state;
}
