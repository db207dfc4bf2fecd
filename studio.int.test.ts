import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@langchain/langgraph-sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { freePort } from './stores/embedded/free-port.ts';

const START_LIMIT_MS = 120_000;

let server: ChildProcess;
let dataDir: string;
let client: Client;

/** The LangGraph development server as a developer starts it, in an empty data directory. */
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kefu-studio-'));
  const port = await freePort();
  server = spawn('node_modules/.bin/langgraphjs', ['dev', '--no-browser', '--port', String(port)], {
    env: { ...process.env, KEFU_DATA_DIR: dataDir, KEFU_SHOP_DIR: 'testing/bookshop', KEFU_LOG_LEVEL: 'warn' },
    stdio: 'ignore',
    detached: true,
  });
  client = new Client({ apiUrl: `http://127.0.0.1:${port}` });
  const limit = Date.now() + START_LIMIT_MS;
  while (!(await client.assistants.search().catch(() => undefined))?.length) {
    if (Date.now() > limit) throw new Error('langgraphjs dev did not serve the graph in time.');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}, START_LIMIT_MS + 10_000);

afterAll(async () => {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  if (server.pid) process.kill(-server.pid, 'SIGTERM');
  await ended;
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 });
}, 60_000);

const stateSchema = z.object({
  messages: z.array(z.object({ type: z.string(), content: z.string() })),
  result: z.object({ route: z.string(), citations: z.array(z.unknown()) }),
});

it('serves the graph to LangGraph clients, turn after turn on one thread', async () => {
  const { thread_id: threadId } = await client.threads.create();
  const say = async (content: string) =>
    stateSchema.parse(await client.runs.wait(threadId, 'kefu', { input: { messages: [{ role: 'user', content }] } }));
  const first = await say('Is there a café in the shop?');
  expect(first.messages.map((message) => message.type)).toEqual(['human', 'ai']);
  expect(first.messages.at(-1)?.content).toContain('9:00 to 17:00');
  expect(first.result).toMatchObject({ route: 'knowledge' });
  const second = await say('Where is my order #PL-70001?');
  expect(second.messages).toHaveLength(4);
  expect(second.result.route).toBe('order');
  expect(JSON.stringify(second)).not.toContain('HP900100');
});
