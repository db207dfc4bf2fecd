import { afterEach, expect, it } from 'vitest';
import { messageText, type ScriptedModel, startScriptedModel } from '../../testing/models/scripted-model.ts';
import type { Reply } from '../harness/shop-target.ts';
import { createModelCustomer } from './model-customer.ts';
import type { SimGoal } from './sim-goal.ts';

let server: ScriptedModel | undefined;
afterEach(() => server?.close());

const goal: SimGoal = {
  ...{ kind: 'cancel', language: 'zh', customer: 'reader', details: { orderId: 'BK-1001' } },
  ...{ asks: ['取消订单 BK-1001'], terse: '取消', vague: '有事', brief: '你想取消订单 BK-1001。' },
  reached: () => false,
};
const reply: Reply = {
  ...{ conversationId: 'c', messageId: 'm', status: 'bot', route: 'order', intent: 'cancel_order', confidence: 1 },
  ...{ language: 'zh', text: '请确认', citations: [], cards: [], engine: 'local', degraded: false },
  confirmation: {
    ...{ id: 'x', action: 'cancel_order', summary: '取消订单 BK-1001', expiresAt: '' },
    changes: [{ field: '订单状态', from: '已付款', to: '已取消' }],
  },
};

it('plays a customer with a model, which sees what a screen shows and leaves by itself', async () => {
  server = await startScriptedModel({
    script: [{ text: '帮我取消 BK-1001' }, { text: '确认' }, { text: '###STOP###' }],
  });
  const customer = createModelCustomer({
    model: { apiKey: 'k', baseUrl: server.url, model: 'm' },
    ...{ goal, temperament: 'angry' as const, mistake: 'typos' as const, seed: 7 },
  });
  expect(await customer.next(undefined)).toBe('帮我取消 BK-1001');
  expect(await customer.next(reply)).toBe('确认');
  expect(await customer.next(reply)).toBeUndefined();

  const [first, second] = server.requests;
  const role = messageText(first?.messages[0] ?? { role: 'system' });
  expect(role).toContain('你想取消订单 BK-1001');
  expect(role).toContain('angry');
  expect(role).toContain('typos');
  expect(first).toMatchObject({ seed: 7 });
  expect(JSON.stringify(second?.messages.at(-1))).toContain('已付款 → 已取消');
  expect(server.unexpected).toEqual([]);
});
