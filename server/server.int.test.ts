import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createConversationService } from '../conversations/conversation-service.ts';
import { createDeskService } from '../conversations/desk/desk-service.ts';
import { createCustomerHandoff } from '../conversations/handoff/customer-handoff.ts';
import { createTypingSignals } from '../conversations/typing.ts';
import type { DatabaseHandle } from '../stores/database.ts';
import { withTestDatabase } from '../testing/postgres.ts';
import {
  type ConversationProcess,
  HOURLESS,
  startConversationProcess,
} from '../testing/programs/conversation-process.ts';
import { ensureDemoStaff } from './directory/demo-staff.ts';
import { createDirectory } from './directory/directory.ts';
import { loadSecrets, type Secrets } from './identity.ts';
import {
  conversationEntrySchema,
  conversationViewSchema,
  deskConversationSchema,
  deskEntrySchema,
  messageViewSchema,
  turnResultResponseSchema,
} from './schemas.ts';
import { createTestApp, listen } from './testing/test-app.ts';

const PASSWORD = 'demo-password';

let database: DatabaseHandle;
let turns: ConversationProcess;
let secrets: Secrets;
let app: FastifyInstance;
let base: string;

/** Everything real but the graph, which echoes, and the knowledge services, which nobody asks here. */
beforeAll(async () => {
  database = await withTestDatabase();
  const { db } = database;
  await db
    .insertInto('customers')
    .values([
      { id: 'C1', name: JSON.stringify({ zh: '李雷', en: 'Li Lei' }), locale: 'zh' },
      { id: 'C2', name: JSON.stringify('Han'), locale: 'en-US' },
    ])
    .execute();
  await db
    .insertInto('orders')
    .values([
      { id: 'O1', customer_id: 'C1', status: 'paid', placed_at: '2026-11-01T00:00:00Z', total: 10 },
      { id: 'O2', customer_id: 'C1', status: 'paid', placed_at: '2026-11-02T00:00:00Z', total: 20 },
    ])
    .execute();
  await ensureDemoStaff(db, { demo: true, demoPassword: PASSWORD });
  secrets = await loadSecrets(db, { identitySecret: undefined });
  turns = await startConversationProcess({ url: database.url, script: ({ input }) => `You said: ${input.text}` });
  const { notifications } = turns;
  const typing = createTypingSignals({ db, notifications });
  app = await createTestApp({
    rest: {
      secrets,
      directory: createDirectory(db),
      turns: turns.turns,
      conversations: createConversationService({
        db,
        notifications,
        typing,
        shop: HOURLESS,
        handoff: createCustomerHandoff({ db, shop: HOURLESS }),
        turns: turns.turns,
      }),
      desk: createDeskService({
        db,
        notifications,
        typing,
        loadOrders: async () => [],
        loadApprovals: async () => [],
        suggest: async () => ({ text: 'draft', citations: [] }),
      }),
    },
  });
  base = await listen(app);
});
afterAll(async () => {
  await app?.close();
  await turns?.close();
  await database?.close();
});

interface Answer {
  status: number;
  body: unknown;
}

async function call(method: string, path: string, token: string, body?: object): Promise<Answer> {
  const response = await fetch(base + path, {
    method,
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

const tokenOf = ({ body }: Answer): string => (body as { token: string }).token;
const customer = async (id: string) => tokenOf(await call('POST', `/api/demo/customers/${id}/token`, ''));
const visitor = async () => tokenOf(await call('POST', '/api/visitors', ''));
const agent = async () =>
  tokenOf(await call('POST', '/api/staff/login', '', { email: 'Agent@demo.local', password: PASSWORD }));

describe('signing in', () => {
  it('shows the demo’s customers with their orders, newest first, in their language', async () => {
    expect(await call('GET', '/api/demo/customers', '')).toEqual({
      status: 200,
      body: [
        { id: 'C1', name: '李雷', locale: 'zh', orders: ['O2', 'O1'] },
        { id: 'C2', name: 'Han', locale: 'en', orders: [] },
      ],
    });
    expect((await call('POST', '/api/demo/customers/C9/token', '')).status).toBe(404);
  });

  it('keeps its secrets over restarts, and takes the shop’s when it is set', async () => {
    const again = await loadSecrets(database.db, { identitySecret: 'x'.repeat(32) });
    expect(again).toEqual({ identity: 'x'.repeat(32), service: secrets.service });
    expect(secrets.identity).not.toBe(secrets.service);
  });

  it('refuses a wrong password, and closes the demo’s accounts outside of the demo', async () => {
    const staff = createDirectory(database.db).staff;
    expect(await staff.authenticate('qa@demo.local', 'wrong')).toBeUndefined();
    expect(await staff.authenticate('qa@demo.local', PASSWORD)).toMatchObject({ role: 'qa' });
    await ensureDemoStaff(database.db, { demo: false, demoPassword: PASSWORD });
    expect(await staff.authenticate('qa@demo.local', PASSWORD)).toBeUndefined();
    await ensureDemoStaff(database.db, { demo: true, demoPassword: PASSWORD });
    expect(await staff.authenticate('qa@demo.local', PASSWORD)).toMatchObject({ role: 'qa' });
  });
});

describe('a conversation', () => {
  it('is answered, kept, listed, and nobody else’s', async () => {
    const [mine, other] = await Promise.all([customer('C1'), customer('C2')]);
    const asked = await call('POST', '/api/chat', mine, { conversationId: 'talk-1', text: '你好' });
    expect(turnResultResponseSchema.parse(asked.body)).toMatchObject({
      conversationId: 'talk-1',
      text: 'You said: 你好',
    });
    const history = await call('GET', '/api/conversations/talk-1', mine);
    expect(conversationViewSchema.parse(history.body).messages.map(({ author }) => author)).toEqual([
      'customer',
      'bot',
    ]);
    const list = await call('GET', '/api/conversations', mine);
    expect(conversationEntrySchema.array().parse(list.body)).toMatchObject([
      { conversationId: 'talk-1', preview: '你好' },
    ]);
    expect((await call('GET', '/api/conversations', other)).body).toEqual([]);

    for (const token of [other, await visitor()]) {
      for (const [method, path, body] of [
        ['GET', '', undefined],
        ['GET', '/events', undefined],
        ['POST', '/handoff', undefined],
        ['POST', '/feedback', { messageId: 'x', rating: 'up' }],
        ['POST', '/confirmations/0b7e7a44-0000-4000-8000-000000000000', { approve: true }],
        ['POST', '/confirmations/nonsense', { approve: true }],
      ] as const) {
        const foreign = await call(method, `/api/conversations/talk-1${path}`, token, body);
        const missing = await call(method, `/api/conversations/no-such${path}`, token, body);
        const told = ({ status, body: problem }: Answer) => {
          const { requestId: _, ...rest } = problem as Record<string, unknown>;
          return [status, rest];
        };
        expect(told(foreign), path).toEqual(told(missing));
        expect(foreign.status).toBe(404);
      }
      expect((await call('GET', '/api/chat/talk-1/stream', token)).status).toBe(404);
      expect((await call('POST', '/api/chat', token, { conversationId: 'talk-1', text: 'hi' })).status).toBe(404);
    }
  });

  it('loses none of 100 messages from two tabs and keeps their order; a resend does nothing twice', async () => {
    const token = await visitor();
    const send = (n: number) =>
      call('POST', '/api/chat', token, { conversationId: 'tabs', messageId: `m-${n}`, text: `number ${n}` });
    const numbers = Array.from({ length: 100 }, (_, n) => n);
    const answers = await Promise.all([...numbers, 3].map(send));
    expect(answers.map(({ status }) => status)).toEqual(Array(101).fill(200));
    const { body } = await call('GET', '/api/conversations/tabs', token);
    const { messages } = conversationViewSchema.parse(body);
    expect(messages).toHaveLength(200);
    for (let i = 0; i < messages.length; i += 2) expect(messages[i + 1]?.text).toBe(`You said: ${messages[i]?.text}`);
  });
});

describe('a person takes over', () => {
  it('hears the call, claims, and the customer sees the reply live; after a cut nothing is missing', async () => {
    const [mine, staff] = await Promise.all([customer('C2'), agent()]);
    await call('POST', '/api/chat', mine, { conversationId: 'help', text: 'hello' });
    const live = await fetch(`${base}/api/conversations/help/events`, { headers: { authorization: `Bearer ${mine}` } });
    const seen = readEvents(live);

    expect(await call('POST', '/api/conversations/help/handoff', mine)).toMatchObject({
      status: 200,
      body: { conversationId: 'help', status: 'waiting' },
    });
    const inbox = deskEntrySchema
      .array()
      .parse((await call('GET', '/api/desk/conversations?status=waiting', staff)).body);
    expect(inbox.map(({ conversationId }) => conversationId)).toEqual(['help']);
    const claimed = await call('POST', '/api/desk/conversations/help/claim', staff);
    expect(deskEntrySchema.parse(claimed.body).status).toBe('human');
    const replied = await call('POST', '/api/desk/conversations/help/reply', staff, { text: 'Here I am.' });
    expect([replied.status, messageViewSchema.parse(replied.body).author]).toEqual([201, 'agent']);
    expect(
      deskConversationSchema.parse((await call('GET', '/api/desk/conversations/help', staff)).body).messages,
    ).toContainEqual(expect.objectContaining({ text: 'Here I am.' }));
    await expect.poll(() => seen.events.some((event) => event.text === 'Here I am.')).toBe(true);
    await seen.stop();

    expect((await call('POST', '/api/desk/conversations/help/resolve', staff)).status).toBe(200);
    const first = seen.events[0]?.number ?? 0;
    const again = await fetch(`${base}/api/conversations/help/events`, {
      headers: { authorization: `Bearer ${mine}`, 'last-event-id': String(first) },
    });
    const resumed = readEvents(again);
    await expect.poll(() => resumed.events.some(({ status }) => status === 'closed')).toBe(true);
    const numbers = resumed.events.map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, place) => first + 1 + place));
    await resumed.stop();
  });
});

interface Told {
  /** The frame's id. */
  number: number;
  text?: string;
  status?: string;
}

/** Collects a live stream's events until it is stopped. */
function readEvents(response: Response): { events: Told[]; stop(): Promise<void> } {
  const events: Told[] = [];
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const pump = async () => {
    let buffer = '';
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      buffer += part.value;
      const frames = buffer.split('\n\n');
      buffer = frames.pop() ?? '';
      for (const frame of frames) {
        const data = /^data: (.*)$/m.exec(frame)?.[1];
        if (data) events.push({ ...JSON.parse(data), number: Number(/^id: (\d+)$/m.exec(frame)?.[1]) });
      }
    }
  };
  const pumping = pump().catch(() => undefined);
  return {
    events,
    stop: async () => {
      await reader?.cancel();
      await pumping;
    },
  };
}
