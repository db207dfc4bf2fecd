import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bodyOf } from '../http-client.ts';
import type { RunningShop } from './running-shop.ts';

export function deskContract(shop: RunningShop): void {
  describe('the desk', () => {
    it('brings in a person, who is heard live, and goes on when they hand back', async () => {
      const me = await shop.customer('u-2');
      const agent = await shop.staff('agent');
      const bell = agent.events('/api/desk/events', {
        until: (event) => event.data.includes('"waiting"'),
        limitMs: 15_000,
      });
      const { conversationId, status } = await shop.asked('u-2', '转人工');
      expect(status).toBe('waiting');
      expect((await bell).at(-1)?.data).toContain(conversationId);
      const desk = (action: string, body?: unknown) =>
        agent.post(`/api/desk/conversations/${conversationId}/${action}`, body);
      const waiting = await agent.get('/api/desk/conversations?status=waiting');
      expect(bodyOf(waiting, z.array(z.looseObject({ conversationId: z.string() })))).toContainEqual(
        expect.objectContaining({ conversationId, status: 'waiting' }),
      );
      const live = me.events(`/api/conversations/${conversationId}/events`, {
        until: (event) => event.data.includes('我来帮您'),
        limitMs: 15_000,
      });

      expect((await desk('reply', { text: '太早' })).status).toBe(409);
      expect((await desk('claim')).status).toBe(200);
      const colleague = await shop.staff('admin');
      expect((await colleague.post(`/api/desk/conversations/${conversationId}/claim`)).status).toBe(409);
      expect(await shop.asked('u-2', '书什么时候发货', conversationId)).toMatchObject({ status: 'human', text: '' });
      expect((await desk('note', { text: '内部备注' })).status).toBe(201);
      expect((await desk('suggest')).status).toBe(200);
      const opened = await agent.get(`/api/desk/conversations/${conversationId}`);
      expect(opened.body).toMatchObject({
        reason: expect.any(String),
        summary: expect.any(String),
        customer: { id: 'u-2' },
        orders: expect.arrayContaining([expect.objectContaining({ id: '#PL-70010' })]),
        notes: [{ text: '内部备注' }],
      });
      expect((await desk('reply', { text: '您好，我来帮您' })).status).toBe(201);
      expect((await live).some((event) => event.data.includes('我来帮您'))).toBe(true);

      expect((await desk('return')).status).toBe(200);
      expect(await shop.asked('u-2', '拆开塑封的书还能退吗', conversationId)).toMatchObject({
        status: 'bot',
        route: 'knowledge',
      });
      const history = JSON.stringify((await me.get(`/api/conversations/${conversationId}`)).body);
      expect(history).toContain('我来帮您');
      expect(history).not.toContain('内部备注');
    });

    it('tells everything that was missed, in order and once', async () => {
      const me = await shop.customer('u-1');
      const agent = await shop.staff('agent');
      const { conversationId } = await shop.asked('u-1', 'hello');
      const path = `/api/conversations/${conversationId}`;
      for (const request of [1, 2]) {
        const handoff = await me.post(`${path}/handoff`);
        expect([handoff.status, handoff.body], `request ${request}`).toEqual([
          200,
          { conversationId, status: 'waiting' },
        ]);
      }
      await agent.post(`/api/desk/conversations/${conversationId}/claim`);
      expect((await agent.post(`/api/desk/conversations/${conversationId}/resolve`)).status).toBe(200);
      const closed = (event: { data: string }) => event.data.includes('"closed"');
      const all = await me.events(`${path}/events`, { headers: { 'last-event-id': '0' }, until: closed });
      expect(all.map(({ id }) => Number(id))).toEqual(all.map((_, index) => index + 1));
      const rest = await me.events(`${path}/events`, { headers: { 'last-event-id': '3' }, until: closed });
      expect(rest).toEqual(all.slice(3));
      expect((await shop.asked('u-1', 'hello again', conversationId)).status).toBe('bot');
    });
  });
}
