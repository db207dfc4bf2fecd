import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ask } from '../chat-client.ts';
import { bodyOf } from '../http-client.ts';
import type { RunningShop } from './running-shop.ts';

const historySchema = z.object({ messages: z.array(z.object({ author: z.string(), text: z.string() })) });
const DONE = '[DONE]';

export function chatContract(shop: RunningShop): void {
  describe('chat', () => {
    it.each([
      ['u-1', 'How much does gift wrapping cost?', /\$4/],
      ['u-1', 'How much is the charge if I lose a borrowed book from the reading club?', /half of its price/],
      ['u-2', '拆开塑封的书还能退吗', /印刷或装订/],
      ['u-2', '旧书可以换购物券吗', /3 美元/],
    ])('answers %s from the shop’s documents: %s', async (customer, text, expected) => {
      const answer = await shop.asked(customer, text);
      expect(answer).toMatchObject({ route: 'knowledge', engine: 'local', degraded: false });
      expect(answer.text).toMatch(expected);
      expect(answer.citations.length).toBeGreaterThan(0);
    });

    it('declines what the shop’s documents do not say, and counts it as a gap', async () => {
      const question = 'Do you offer piano lessons for beginners?';
      const gaps = async () =>
        bodyOf(
          await (await shop.staff('knowledge')).get('/api/knowledge/gaps'),
          z.array(z.object({ examples: z.array(z.string()), count: z.number() })),
        ).find((gap) => gap.examples.includes(question))?.count ?? 0;
      for (const count of [1, 2]) {
        const answer = await shop.asked('u-1', question);
        expect([answer.route, answer.citations]).toEqual(['decline', []]);
        await expect.poll(gaps, { timeout: 5_000 }).toBe(count);
      }
    });

    it('answers a resent message once, also when all sendings arrive together', async () => {
      const me = await shop.customer('u-1');
      const body = { conversationId: `resent-${crypto.randomUUID()}`, messageId: 'm-1', text: 'Is there a café?' };
      const replies = await Promise.all(Array.from({ length: 8 }, () => me.post('/api/chat', body)));
      expect(new Set(replies.map((reply) => JSON.stringify(reply.body))).size).toBe(1);
      expect((await me.post('/api/chat', body)).body).toEqual(replies[0]?.body);
      const { messages } = bodyOf(await me.get(`/api/conversations/${body.conversationId}`), historySchema);
      expect(messages.map(({ author }) => author)).toEqual(['customer', 'bot']);
    });

    it('loses none of fifty messages from two tabs, and keeps their order', async () => {
      const token = await shop.token('u-1');
      const { conversationId } = await shop.asked('u-1', 'hello');
      const texts = Array.from({ length: 50 }, (_, n) => `What are the coffee hours? (${n})`);
      await Promise.all(texts.map((text) => ask(shop.url(), token, { text, conversationId })));
      const history = await (await shop.customer('u-1')).get(`/api/conversations/${conversationId}`);
      const later = bodyOf(history, historySchema).messages.slice(2);
      expect(later.map(({ author }) => author)).toEqual(texts.flatMap(() => ['customer', 'bot']));
      const said = later.filter(({ author }) => author === 'customer').map(({ text }) => text);
      expect(said.sort()).toEqual([...texts].sort());
    });

    it('streams the AI SDK’s protocol, and goes on after the last event that was seen', async () => {
      const me = await shop.customer('u-1');
      const conversationId = `stream-${crypto.randomUUID()}`;
      const until = (event: { data: string }) => event.data === DONE;
      const events = await me.events('/api/chat', {
        method: 'POST',
        body: { conversationId, text: 'Is there a café?' },
        until,
      });
      const types = events.slice(0, -1).map(({ data }) => z.object({ type: z.string() }).parse(JSON.parse(data)).type);
      expect([types[0], types.at(-1)]).toEqual(['start', 'finish']);
      expect(types).toEqual(
        expect.arrayContaining(['text-start', 'text-delta', 'text-end', 'data-route', 'data-citation']),
      );
      const seen = events.findIndex(({ data }) => data.includes('"text-delta"'));
      const id = events[seen]?.id;
      if (id === undefined) throw new Error('A text delta has no id to resume from.');
      const path = `/api/chat/${conversationId}/stream`;
      const rest = await me.events(path, { headers: { 'last-event-id': id }, until });
      expect(rest.map(({ data }) => data)).toEqual(events.slice(seen + 1).map(({ data }) => data));
      expect((await me.get(path)).status).toBe(204);
      expect((await (await shop.customer('u-2')).get(path)).status).toBe(404);
    });

    it('takes any text: what can’t be stored is dropped, not an error', async () => {
      const me = await shop.customer('u-1');
      const odd = [
        'a\u0000b',
        'half \ud83d surrogate',
        '%00 \\ \' " ; DROP TABLE orders --',
        '👩‍👩‍👧‍👦'.repeat(100),
        '﷽',
      ];
      for (const text of odd) {
        const answer = await me.post('/api/chat', { text });
        expect(answer.status, text).toBe(200);
        const { conversationId, messageId } = bodyOf(
          answer,
          z.object({ conversationId: z.string(), messageId: z.string() }),
        );
        const feedback = { messageId, rating: 'down', comment: text };
        expect((await me.post(`/api/conversations/${conversationId}/feedback`, feedback)).status, text).toBe(200);
      }
    });
  });
}
