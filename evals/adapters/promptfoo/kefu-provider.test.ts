import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import KefuProvider from './kefu-provider.ts';

let close: (() => void) | undefined;
afterEach(() => close?.());

/** Answers as Kefu's routes do, and keeps what it was asked. */
async function startKefu() {
  const asked: { path: string; token: string | undefined; body: Record<string, unknown> }[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
    request.on('end', () => {
      const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
      const path = request.url ?? '';
      asked.push({ path, token: request.headers.authorization, body });
      const answer = path.endsWith('/token') || path === '/api/visitors' ? { token: `t${path.length}` } : undefined;
      const turn = { conversationId: body.conversationId ?? 'c1', text: `re: ${body.text}`, route: 'knowledge' };
      response.writeHead(body.text === 'fail' ? 429 : 200).end(JSON.stringify(answer ?? turn));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => server.close();
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

it('asks as a visitor or a customer, and gives the turn beside its text', async () => {
  const { asked, url } = await startKefu();
  const provider = new KefuProvider({ config: { url } });
  expect(provider.id()).toBe('kefu');
  expect(await provider.callApi('能退吗', { vars: { locale: 'zh' } })).toEqual({
    output: 're: 能退吗',
    metadata: { conversationId: 'c1', route: 'knowledge' },
  });
  await provider.callApi('hi', { vars: { customer: 'C 1' } });
  expect(asked.map(({ path }) => path)).toEqual([
    '/api/visitors',
    '/api/chat',
    '/api/demo/customers/C%201/token',
    '/api/chat',
  ]);
  expect(asked[1]).toMatchObject({ token: 'Bearer t13', body: { text: '能退吗', locale: 'zh' } });
});

it('goes on with a named conversation, and takes the last message of a chat', async () => {
  const { asked, url } = await startKefu();
  const provider = new KefuProvider({ config: { url, token: 'mine' } });
  const named = { test: { metadata: { conversationId: 'a' } } };
  await provider.callApi('one', named);
  const chat = [
    { role: 'user', content: 'one' },
    { role: 'assistant', content: 're' },
    { role: 'user', content: 'two' },
  ];
  await provider.callApi(JSON.stringify(chat), named);
  expect(asked.map(({ body }) => body)).toEqual([{ text: 'one' }, { text: 'two', conversationId: 'c1' }]);
});

it('tells what went wrong instead of throwing', async () => {
  const { url } = await startKefu();
  const provider = new KefuProvider({ config: { url, token: 'mine' } });
  expect((await provider.callApi('fail')).error).toContain('POST /api/chat: 429');
});
