import { z } from 'zod';
import type { WriteTool } from './write-tool.ts';

const schema = z.object({});
const DAY_MS = 86_400_000;
const TO_CARRIER = { zh: '通知承运商', en: 'to the carrier' };
const TO_WAREHOUSE = { zh: '通知仓库', en: 'to the warehouse' };

/** Asks warehouse or carrier to hurry, once a day. */
export const urgeDelivery: WriteTool<typeof schema> = {
  action: 'urge_delivery',
  policy: 'urge',
  description: 'Asks the warehouse or the carrier to hurry.',
  schema,
  describe(order, _args, { language, now }) {
    const zh = language === 'zh';
    const last = z.string().safeParse(order.extra.urgedAt);
    if (last.success && now.getTime() - new Date(last.data).getTime() < DAY_MS)
      return {
        refused: zh ? `订单 ${order.id} 今天已经催过了。` : `Order ${order.id} has been urged already today.`,
      };
    const shipped = order.status === 'shipped';
    return {
      summary: zh ? `催促订单 ${order.id} ${shipped ? '配送' : '发货'}` : `Ask to hurry order ${order.id}`,
      changes: [
        {
          field: zh ? '催单' : 'Reminder',
          from: null,
          to: (shipped ? TO_CARRIER : TO_WAREHOUSE)[language],
        },
      ],
    };
  },
  patch: (order, _args, { now }) => ({ extra: { ...order.extra, urgedAt: now.toISOString() } }),
  done: (order, _args, { language }) =>
    language === 'zh' ? `已为订单 ${order.id} 登记催单。` : `A reminder for order ${order.id} is registered.`,
};
