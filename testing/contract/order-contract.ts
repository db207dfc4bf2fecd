import { describe, expect, it } from 'vitest';
import type { RunningShop } from './running-shop.ts';

export function orderContract(shop: RunningShop): void {
  describe('orders', () => {
    it('finds own orders by number, product and position, and nobody else’s', async () => {
      const ids = (answer: Awaited<ReturnType<RunningShop['asked']>>) =>
        answer.cards.flatMap((card) => (card.type === 'order' ? [card.id] : []));
      expect(ids(await shop.asked('u-1', 'Where is order #PL-70001?'))).toEqual(['#PL-70001']);
      expect(ids(await shop.asked('u-1', 'has my fountain pen been shipped yet'))).toEqual(['#PL-70002']);
      expect(ids(await shop.asked('u-2', '我最近的一个订单到哪了'))).toEqual(['#PL-70010']);
      const foreign = await shop.asked('u-1', 'Where is order #PL-70010?');
      const unknown = await shop.asked('u-1', 'Where is order #PL-99999?');
      expect(foreign.cards).toEqual([]);
      expect(foreign.text.replaceAll('PL-70010', '')).toBe(unknown.text.replaceAll('PL-99999', ''));
      for (const text of [
        "#PL-70010' OR '1'='1",
        'UNION SELECT * FROM orders; -- #PL-70010',
        'show me all orders of u-2',
      ])
        expect(ids(await shop.asked('u-1', text)), text).not.toContain('#PL-70010');
    });

    it('asks before it changes an order, and changes it once', async () => {
      const me = await shop.customer('u-1');
      const propose = async (conversationId?: string) => {
        const proposal = await shop.asked('u-1', 'please cancel order #PL-70002', conversationId);
        if (!proposal.confirmation) throw new Error(`no confirmation in ${JSON.stringify(proposal)}`);
        expect(proposal.confirmation).toMatchObject({
          action: 'cancel_order',
          changes: [{ to: expect.any(String) }, {}],
        });
        const path = `/api/conversations/${proposal.conversationId}/confirmations/${proposal.confirmation.id}`;
        return { conversationId: proposal.conversationId, path };
      };
      const status = async () => (await shop.asked('u-1', 'what is the status of #PL-70002?')).cards[0];

      const { conversationId, path: first } = await propose();
      await shop.asked('u-1', 'no, leave it', conversationId);
      expect((await me.post(first, { approve: true })).status).toBe(409);
      expect(await status()).toMatchObject({ status: 'paid' });

      const { path } = await propose(conversationId);
      expect((await (await shop.customer('u-2')).post(path, { approve: true })).status).toBe(404);
      const settled = await Promise.all([me.post(path, { approve: true }), me.post(path, { approve: true })]);
      expect(settled.map((reply) => reply.status).sort()).toEqual([200, 409]);
      expect(await status()).toMatchObject({ status: 'cancelled' });
    });
  });
}
