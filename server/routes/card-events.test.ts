import { expect, it } from 'vitest';
import type { CardEvent } from '../../conversations/ports.ts';
import { asVisitor, createTestApp } from '../testing/test-app.ts';

it('takes what became of cards, counts only what was new, and refuses what is no such event', async () => {
  const kept: CardEvent[] = [];
  const app = await createTestApp({
    conversations: {
      keepCardEvent: async (_caller, _id, event) => {
        kept.push(event);
        return 1;
      },
    },
  });
  const post = async (payload: object) =>
    app.inject({ method: 'POST', url: '/api/conversations/c/card-events', headers: await asVisitor(), payload });
  const event = { messageId: 'm', kind: 'clicked', productIds: ['p', 'q'] };
  expect((await post(event)).json()).toEqual({ kept: 1 });
  expect(kept).toEqual([event]);
  expect((await post({ ...event, kind: 'bought' })).statusCode).toBe(400);
  expect((await post({ ...event, productIds: Array(21).fill('p') })).statusCode).toBe(400);
  const { body } = await app.inject('/metrics');
  expect(body).toContain('kefu_product_cards_total{kind="clicked"} 1');
  await app.close();
});
