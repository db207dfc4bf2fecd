import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { createCustomerHandoff } from '../conversations/handoff/customer-handoff.ts';
import type { DatabaseHandle } from '../stores/database.ts';
import { withTestDatabase } from '../testing/postgres.ts';
import { HOURLESS, startConversationProcess } from '../testing/programs/conversation-process.ts';
import type { Script } from '../testing/scripted-runner.ts';
import { createChannelService } from './channel-service.ts';
import { createDelivery } from './delivery.ts';
import { openChannels } from './open-channels.ts';
import { createChannelThreads } from './threads.ts';
import { signature } from './webhook.ts';
import { wechatSignature } from './wechat-crypto.ts';
import { readXml, writeXml } from './wechat-xml.ts';

const SECRET = 'w'.repeat(32);
let database: DatabaseHandle;
let server: Server;
let base = '';
/** What the channels' servers were sent; `answer` is theirs to the next calls. */
let taken: Array<{ path: string; body: Record<string, unknown> }> = [];
let answer: (path: string) => { status: number; body: object } = () => ({ status: 200, body: { ok: true } });
const closers: Array<() => Promise<unknown>> = [];

beforeAll(async () => {
  database = await withTestDatabase();
  server = createServer((request: IncomingMessage, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      const path = request.url ?? '';
      const { status, body: told } = answer(path);
      if (status < 400) taken.push({ path, body: JSON.parse(body || '{}') });
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(told));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
  taken = [];
});
afterAll(async () => {
  server.close();
  await database.close();
});

async function start(script: Script = ({ input }) => `re: ${input.text}`) {
  const process = await startConversationProcess({ url: database.url, script });
  const channels = openChannels({
    webhook: { secret: SECRET, url: `${base}/hook` },
    telegram: { token: '1:x', secret: 'telegram-secret-1', apiUrl: base },
    wechat: { appId: 'wx1', appSecret: 's', token: 'tok', aesKey: undefined, apiUrl: base },
  });
  const threads = createChannelThreads(process.database.db);
  const logger = pino({ level: 'silent' });
  const delivery = createDelivery({ channels, threads, mayDeliver: () => true, logger });
  const unsubscribe = process.notifications.subscribe('kefu_conversation', (payload) => {
    if (payload) delivery.wake(payload.split(' ')[0] ?? '');
  });
  const service = createChannelService({ channels, threads, turns: process.turns, wake: delivery.wake });
  closers.push(async () => {
    unsubscribe();
    await delivery.stop();
    await process.close();
  });
  return { ...process, service, threads };
}

const hook = (message: { personId: string; messageId: string; text: string }) => {
  const body = JSON.stringify(message);
  const headers = { 'x-kefu-signature': signature(SECRET, body, Math.floor(Date.now() / 1_000)) };
  return { method: 'POST' as const, query: {}, headers, body };
};
const wechat = (text: string, id: string) => {
  const query = { timestamp: '1', nonce: '2', signature: wechatSignature('tok', '1', '2') };
  const fields = { ToUserName: 'gh', FromUserName: 'oP', CreateTime: 1, MsgType: 'text', Content: text, MsgId: id };
  return { method: 'POST' as const, query, headers: {}, body: writeXml(fields) };
};

it('answers a webhook’s person in one conversation, once for each message, and brings them an agent’s words', async () => {
  const { service, database: own } = await start();
  const one = hook({ personId: 'p1', messageId: 'm1', text: 'hello' });
  expect(await service.receive('webhook', one)).toMatchObject({ status: 202 });
  expect(await service.receive('webhook', hook({ personId: 'p1', messageId: 'm1', text: 'hello' }))).toMatchObject({
    status: 202,
  });
  await service.receive('webhook', hook({ personId: 'p1', messageId: 'm2', text: 'again' }));
  await vi.waitFor(() => expect(taken).toHaveLength(2));
  expect(taken.map(({ body }) => [body.personId, body.author, body.text])).toEqual([
    ['p1', 'bot', 're: hello'],
    ['p1', 'bot', 're: again'],
  ]);
  const [thread] = await own.db.selectFrom('channel_threads').selectAll().where('person_id', '=', 'p1').execute();
  const conversationId = thread?.conversation_id ?? '';
  const handoff = createCustomerHandoff({ db: own.db, shop: HOURLESS });
  await handoff.request({ kind: 'visitor', id: 'webhook:p1' }, conversationId);
  await vi.waitFor(() => expect(taken.at(-1)?.body).toMatchObject({ author: 'system' }));
  await expect(service.receive('elsewhere', one)).rejects.toMatchObject({ status: 404 });
});

it('keeps what its channel does not take and hands it over in order later', async () => {
  const { service, threads } = await start();
  answer = () => ({ status: 503, body: {} });
  await service.receive('webhook', hook({ personId: 'p2', messageId: 'm1', text: 'one' }));
  await service.receive('webhook', hook({ personId: 'p2', messageId: 'm2', text: 'two' }));
  await vi.waitFor(async () => {
    const { rows } = await database.pool.query("select failed, last_error from channel_threads where person_id = 'p2'");
    expect(rows[0]).toMatchObject({ failed: expect.any(Number), last_error: expect.stringContaining('503') });
  });
  expect(taken).toEqual([]);
  answer = () => ({ status: 200, body: { ok: true } });
  const inOrder = () => expect(taken.map(({ body }) => body.text)).toEqual(['re: one', 're: two']);
  await vi.waitFor(inOrder, 15_000);
  await vi.waitFor(async () => expect(await threads.due()).toEqual([]), 15_000);
});

it('answers WeChat within the request, or as a customer-service message when it takes longer', async () => {
  answer = (path) =>
    path.includes('stable_token')
      ? { status: 200, body: { access_token: 'T', expires_in: 7200 } }
      : { status: 200, body: { errcode: 0 } };
  const slow = Promise.withResolvers<void>();
  const { service } = await start(async ({ input }) => {
    if (input.text === 'slow') await slow.promise;
    return `re: ${input.text}`;
  });
  const quick = await service.receive('wechat', wechat('quick', '1'));
  expect(readXml(quick.body)).toMatchObject({ Content: 're: quick' });
  expect(readXml((await service.receive('wechat', wechat('quick', '1'))).body)).toMatchObject({ Content: 're: quick' });
  expect(await service.receive('wechat', wechat('slow', '2'))).toMatchObject({ body: 'success' });
  slow.resolve();
  await vi.waitFor(() => expect(taken.filter(({ path }) => path.includes('custom/send'))).toHaveLength(1));
  expect(taken.at(-1)).toMatchObject({
    path: '/cgi-bin/message/custom/send?access_token=T',
    body: { touser: 'oP', msgtype: 'text', text: { content: 're: slow' } },
  });
});

it('sends Telegram’s people their replies', async () => {
  answer = () => ({ status: 200, body: { ok: true } });
  const { service } = await start();
  const message = { message_id: 1, chat: { id: 42, type: 'private' }, from: { language_code: 'en' }, text: 'hi' };
  await service.receive('telegram', {
    method: 'POST',
    query: {},
    headers: { 'x-telegram-bot-api-secret-token': 'telegram-secret-1' },
    body: JSON.stringify({ update_id: 1, message }),
  });
  await vi.waitFor(() => expect(taken).toHaveLength(1));
  expect(taken[0]).toMatchObject({ path: '/bot1:x/sendMessage', body: { chat_id: 42, text: 're: hi' } });
});
