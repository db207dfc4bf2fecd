import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ask, customerToken } from '../chat-client.ts';
import { bodyOf, createHttpClient, type HttpClient } from '../http-client.ts';
import { type Program, staffToken, startProgram } from '../program.ts';
import { pdfOf } from '../three-page-pdf.ts';
import { queueBackends } from './backends.ts';

/** What a client can rely on, checked from outside against the real program, on a shop in another trade. */
describe.each(await queueBackends())('$name', ({ env }) => {
  let program: Program;
  let url: string;
  const as = async (customerId: string): Promise<HttpClient> =>
    createHttpClient(url, await customerToken(url, customerId));
  const staff = async (role: 'agent' | 'knowledge'): Promise<HttpClient> =>
    createHttpClient(url, await staffToken(url, role));
  const asked = async (customerId: string, text: string, conversationId?: string) =>
    ask(url, await customerToken(url, customerId), { text, ...(conversationId ? { conversationId } : {}) });

  beforeAll(async () => {
    program = await startProgram({ shopDir: 'testing/bookshop', env });
    url = program.url;
  }, 240_000);
  afterAll(() => program?.close());

  it('is alive, ready and measured', async () => {
    const client = createHttpClient(url);
    expect((await client.get('/healthz')).status).toBe(200);
    const ready = await client.get('/readyz');
    expect(ready.status, JSON.stringify(ready.body)).toBe(200);
    const metrics = String((await client.get('/metrics')).body);
    for (const name of ['kefu_turns_total', 'kefu_first_token_seconds', 'kefu_queue_jobs', 'kefu_errors_total'])
      expect(metrics).toContain(name);
    expect(bodyOf(await client.get('/api/openapi.json'), z.object({ openapi: z.string() })).openapi).toMatch(/^3\.1/);
  });

  it('wants a token, and answers another’s conversation like a missing one', async () => {
    expect((await createHttpClient(url).post('/api/chat', { text: 'hi' })).status).toBe(401);
    const mine = await asked('u-1', 'hello');
    const other = await as('u-2');
    const foreign = await other.get(`/api/conversations/${mine.conversationId}`);
    const missing = await other.get('/api/conversations/no-such-conversation');
    expect(foreign.status).toBe(404);
    expect(missing.status).toBe(404);
    const code = z.object({ code: z.string() });
    expect(bodyOf(foreign, code)).toEqual(bodyOf(missing, code));
  });

  it.each([
    ['u-1', 'How much does gift wrapping cost?', /\$4/],
    ['u-1', 'How much is the charge if I lose a borrowed book from the reading club?', /half of its price/],
    ['u-2', '拆开塑封的书还能退吗', /印刷或装订/],
    ['u-2', '旧书可以换购物券吗', /3 美元/],
  ])('answers %s from the shop’s documents: %s', async (customer, text, expected) => {
    const answer = await asked(customer, text);
    expect(answer).toMatchObject({ route: 'knowledge', engine: 'local', degraded: false });
    expect(answer.text).toMatch(expected);
    expect(answer.citations.length).toBeGreaterThan(0);
  });

  it('declines what the shop’s documents do not say', async () => {
    const answer = await asked('u-1', 'Do you offer piano lessons for beginners?');
    expect(answer.citations).toEqual([]);
    expect(answer.route).toBe('decline');
  });

  it('finds own orders by number, product and position, and nobody else’s', async () => {
    const ids = (answer: Awaited<ReturnType<typeof ask>>) =>
      answer.cards.flatMap((card) => (card.type === 'order' ? [card.id] : []));
    expect(ids(await asked('u-1', 'Where is order #PL-70001?'))).toEqual(['#PL-70001']);
    expect(ids(await asked('u-1', 'has my fountain pen been shipped yet'))).toEqual(['#PL-70002']);
    expect(ids(await asked('u-2', '我最近的一个订单到哪了'))).toEqual(['#PL-70010']);
    const foreign = await asked('u-1', 'Where is order #PL-70010?');
    const unknown = await asked('u-1', 'Where is order #PL-99999?');
    expect(foreign.cards).toEqual([]);
    expect(foreign.text.replaceAll('PL-70010', '')).toBe(unknown.text.replaceAll('PL-99999', ''));
  });

  it('asks before it changes an order, and changes it once', async () => {
    const me = await as('u-1');
    const proposal = await asked('u-1', 'please cancel order #PL-70002');
    const confirmation = proposal.confirmation;
    if (!confirmation) throw new Error(`no confirmation in ${JSON.stringify(proposal)}`);
    expect(confirmation.action).toBe('cancel_order');
    const path = `/api/conversations/${proposal.conversationId}/confirmations/${confirmation.id}`;
    expect((await (await as('u-2')).post(path, { approve: true })).status).toBe(404);
    const settled = await Promise.all([me.post(path, { approve: true }), me.post(path, { approve: true })]);
    expect(settled.map((reply) => reply.status).sort()).toEqual([200, 409]);
    const after = await asked('u-1', 'what is the status of #PL-70002?');
    expect(after.cards).toMatchObject([{ status: 'cancelled' }]);
  });

  it('brings in a person, who is heard live, and goes on when they hand back', async () => {
    const me = await as('u-2');
    const agent = await staff('agent');
    const { conversationId, status } = await asked('u-2', '转人工');
    expect(status).toBe('waiting');
    const live = me.events(`/api/conversations/${conversationId}/events`, {
      until: (event) => event.data.includes('我来帮您'),
      limitMs: 15_000,
    });
    expect((await agent.post(`/api/desk/conversations/${conversationId}/claim`)).status).toBe(200);
    const silent = await asked('u-2', '书什么时候发货', conversationId);
    expect(silent).toMatchObject({ status: 'human', text: '' });
    expect(
      (await agent.post(`/api/desk/conversations/${conversationId}/note`, { text: '内部备注' })).status,
    ).toBeLessThan(300);
    expect(
      (await agent.post(`/api/desk/conversations/${conversationId}/reply`, { text: '您好，我来帮您' })).status,
    ).toBeLessThan(300);
    expect((await live).some((event) => event.data.includes('我来帮您'))).toBe(true);
    expect((await agent.post(`/api/desk/conversations/${conversationId}/return`)).status).toBe(200);
    expect(await asked('u-2', '退货的邮费谁出', conversationId)).toMatchObject({ status: 'bot', route: 'knowledge' });
    const history = JSON.stringify((await me.get(`/api/conversations/${conversationId}`)).body);
    expect(history).toContain('我来帮您');
    expect(history).not.toContain('内部备注');
  });

  it.each([
    {
      name: 'handbook.pdf',
      chinese: false,
      question: 'At what temperature should opened ink be stored?',
      expected: /12 to 18/,
      pages: [
        'Binding repairs are done on Mondays in the workshop.',
        'Posters are rolled into tubes of 70 cm.',
        'Opened ink is stored at 12 to 18 degrees Celsius, away from sunlight.',
      ],
    },
    {
      name: '店员手册.pdf',
      chinese: true,
      question: '签名本要提前多少天预订？',
      expected: /21 天/,
      pages: [
        '装订维修每周一在工坊进行。',
        '海报卷入 70 厘米长的纸筒寄送。',
        '作者签名本需要提前 21 天预订，每人限购两本。',
      ],
    },
  ])('learns $name with live progress and cites its page 3', async ({ name, chinese, question, expected, pages }) => {
    const manager = await staff('knowledge');
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(await pdfOf(pages, { chinese }))], { type: 'application/pdf' }), name);
    const accepted = await manager.post('/api/knowledge/documents', form);
    expect(accepted.status, JSON.stringify(accepted.body)).toBe(202);
    const { documentId } = bodyOf(accepted, z.object({ documentId: z.string() }));
    const events = await manager.events(`/api/knowledge/documents/${documentId}/events`, {
      until: (event) => /"status":"(ready|failed)"/.test(event.data),
    });
    expect(events.at(-1)?.data).toContain('"status":"ready"');
    const answer = await asked('u-1', question);
    expect(answer.text).toMatch(expected);
    expect(answer.citations[0]).toMatchObject({ documentId, page: 3 });
    expect((await manager.delete(`/api/knowledge/documents/${documentId}`)).status).toBeLessThan(300);
    expect((await asked('u-1', question)).citations.map((citation) => citation.documentId)).not.toContain(documentId);
  });

  it('loses none of fifty messages from two tabs, and keeps their order', async () => {
    const token = await customerToken(url, 'u-1');
    const { conversationId } = await asked('u-1', 'hello');
    const texts = Array.from({ length: 50 }, (_, n) => `What are the coffee hours? (${n})`);
    await Promise.all(texts.map((text) => ask(url, token, { text, conversationId })));
    const view = bodyOf(
      await createHttpClient(url, token).get(`/api/conversations/${conversationId}`),
      z.object({ messages: z.array(z.object({ author: z.string(), text: z.string() })) }),
    );
    const later = view.messages.slice(2);
    expect(later.map((message) => message.author)).toEqual(texts.flatMap(() => ['customer', 'bot']));
    expect(
      later
        .filter((message) => message.author === 'customer')
        .map((message) => message.text)
        .sort(),
    ).toEqual([...texts].sort());
  });

  it('speaks the AI SDK’s stream and can be resumed', async () => {
    const me = await as('u-1');
    const events = await me.events('/api/chat', {
      method: 'POST',
      body: { text: 'Is there a café?' },
      until: (event) => event.data === '[DONE]',
    });
    const types = events.slice(0, -1).map((event) => z.object({ type: z.string() }).parse(JSON.parse(event.data)).type);
    expect(types[0]).toBe('start');
    expect(types).toEqual(
      expect.arrayContaining(['text-start', 'text-delta', 'text-end', 'data-route', 'data-citation', 'finish']),
    );
  });
});
