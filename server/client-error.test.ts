import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';
import { createTestApp, listen } from './testing/test-app.ts';

let app: Awaited<ReturnType<typeof createTestApp>>;
afterEach(() => app.close());

it.each([
  [
    'headers without end',
    `GET /healthz HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
    431,
    'headers_too_large',
  ],
  ['no HTTP', 'HELLO\r\n\r\n', 400, 'bad_request'],
])('answers %s as a problem and hangs up', async (_name, sent, status, code) => {
  app = await createTestApp();
  const { port } = new URL(await listen(app));
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(sent);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} [\\s\\S]*application/problem\\+json`));
  expect(JSON.parse(body)).toMatchObject({ status, code });
});
