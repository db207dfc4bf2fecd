import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createHttpTarget } from './http-target.ts';

const REPLY = {
  ...{ conversationId: 'c', messageId: 'r1', status: 'bot', route: 'knowledge', intent: 'return_policy' },
  ...{ confidence: 1, language: 'en', text: 'Thirty days.', citations: [], cards: [], confirmation: null },
  ...{ engine: 'local', degraded: false },
};
const TRACE = [{ step: 'understand', atMs: 1, data: {} }];

/** A deployment that answers everything alike and shows traces to one member of staff. */
async function startDeployment(): Promise<string> {
  const server = createServer((request, response) => {
    const isTrace = request.url === '/api/qa/traces/r1';
    const allowed = !isTrace || request.headers.authorization === 'Bearer of-qa';
    response.writeHead(allowed ? 200 : 403, { 'content-type': 'application/json' });
    response.end(JSON.stringify(!allowed ? {} : isTrace ? { trace: TRACE } : REPLY));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('brings the trace of a reply where staff may see it, and the reply alone where not', async () => {
  const url = await startDeployment();
  const turn = { text: 'How long?', language: 'en', customer: 'C1' } as const;
  const say = (staffToken?: string) => createHttpTarget({ url, tokens: { C1: 't' }, staffToken }).say(turn);
  expect(await say('of-qa')).toMatchObject({ reply: { text: 'Thirty days.' }, trace: TRACE });
  expect((await say('of-another')).trace).toBeUndefined();
  expect((await say()).trace).toBeUndefined();
});
