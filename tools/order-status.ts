import type { Language, OrderStatus } from '../stores/schema.ts';

const LABELS: Record<OrderStatus, Record<Language, string>> = {
  pending: { zh: '待付款', en: 'awaiting payment' },
  paid: { zh: '已付款', en: 'paid' },
  processing: { zh: '备货中', en: 'being prepared' },
  shipped: { zh: '已发货', en: 'shipped' },
  delivered: { zh: '已送达', en: 'delivered' },
  completed: { zh: '已完成', en: 'completed' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  returned: { zh: '已退货', en: 'returned' },
};

export const orderStatusLabel = (status: OrderStatus, language: Language): string => LABELS[status][language];

/** Orders of which nothing was sent yet. */
export const BEFORE_DISPATCH: readonly OrderStatus[] = ['pending', 'paid', 'processing'];

export const isBeforeDispatch = (status: OrderStatus): boolean => BEFORE_DISPATCH.includes(status);

/** Orders on which something is still under way. */
export const OPEN_STATUSES: OrderStatus[] = [...BEFORE_DISPATCH, 'shipped'];

const SHIPMENT_LABELS: Record<string, Record<Language, string>> = {
  label_created: { zh: '待揽收', en: 'label created' },
  pending: { zh: '待揽收', en: 'waiting for pick-up' },
  picked_up: { zh: '已揽收', en: 'picked up' },
  in_transit: { zh: '运输中', en: 'in transit' },
  out_for_delivery: { zh: '派送中', en: 'out for delivery' },
  delivered: { zh: '已签收', en: 'delivered' },
  delayed: { zh: '延误', en: 'delayed' },
  exception: { zh: '异常', en: 'delivery problem' },
  returned: { zh: '已退回', en: 'returned to sender' },
};

/** A carrier's state in words; states that only the shop knows are shown as they are. */
export const shipmentStatusLabel = (status: string | null, language: Language): string | null =>
  status === null ? null : (SHIPMENT_LABELS[status.toLowerCase().replace(/[\s-]/g, '_')]?.[language] ?? status);

const RECORD_LABELS: Record<string, Record<Language, string>> = {
  requested: { zh: '已申请', en: 'requested' },
  pending: { zh: '待处理', en: 'pending' },
  processing: { zh: '处理中', en: 'being processed' },
  approved: { zh: '已通过', en: 'approved' },
  completed: { zh: '已完成', en: 'completed' },
  succeeded: { zh: '成功', en: 'successful' },
  refunded: { zh: '已退款', en: 'refunded' },
  paid: { zh: '已支付', en: 'paid' },
  failed: { zh: '失败', en: 'failed' },
  rejected: { zh: '未通过', en: 'rejected' },
  issued: { zh: '已开具', en: 'issued' },
  sent: { zh: '已发送', en: 'sent' },
};

/** The state of a refund, payment or invoice in words; states that only the shop knows are shown as they are. */
export const recordStatusLabel = (status: string, language: Language): string =>
  RECORD_LABELS[status.toLowerCase()]?.[language] ?? status;
