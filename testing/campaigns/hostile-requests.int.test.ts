import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Program, staffToken, startProgram } from '../programs/program.ts';
import { pick, seeded } from '../seeded.ts';
import { apiSchema, hostileRequests } from './hostile-requests.ts';

/** For each route and method; KEFU_REQUESTS=200 is the release check (docs/operations.md). */
const ROUNDS = Number(process.env.KEFU_REQUESTS ?? 6);
const REQUEST_LIMIT_MS = 20_000;
const STREAM_MS = 200;

let program: Program;
beforeAll(async () => {
  program = await startProgram({ env: { OPENAI_API_KEY: '', OPENAI_BASE_URL: '', KEFU_LOG_LEVEL: 'fatal' } });
}, 240_000);
afterAll(async () => {
  await program?.close();
});

it('answers whatever it is sent, by anybody, with no fault of its own', {
  timeout: 60_000 + ROUNDS * 20_000,
}, async () => {
  const api = apiSchema.parse(await (await fetch(`${program.url}/api/openapi.json`)).json());
  const visitor: unknown = await (await fetch(`${program.url}/api/visitors`, { method: 'POST' })).json();
  const staff = await Promise.all(
    (['knowledge', 'agent', 'qa', 'admin'] as const).map((role) => staffToken(program.url, role)),
  );
  const callers = [{}, ...[tokenOf(visitor), ...staff].map((token) => ({ authorization: `Bearer ${token}` }))];
  const [admin = {}] = callers.slice(-1);
  const random = seeded(41);
  const faults: string[] = [];
  let sent = 0;
  for (const { method, route, path, headers, body } of hostileRequests(api, { random, rounds: ROUNDS })) {
    const caller = random() < 0.6 ? admin : pick(random, callers);
    const stop = new AbortController();
    const limit = setTimeout(() => stop.abort(), REQUEST_LIMIT_MS);
    const response = await fetch(program.url + path, {
      method,
      headers: { ...headers, ...caller },
      ...(body === undefined ? {} : { body }),
      signal: stop.signal,
      redirect: 'manual',
    }).catch((error: unknown) => String(error));
    clearTimeout(limit);
    sent++;
    const told = `${method} ${path} ${body?.slice(0, 300)}`;
    if (typeof response === 'string') {
      faults.push(`${told}: ${response}`);
      continue;
    }
    const type = response.headers.get('content-type') ?? '';
    if (response.status >= 500) faults.push(`${told}: ${response.status}`);
    const refused = response.status >= 400;
    if (refused && route.startsWith('/api') && !type.includes('problem+json')) faults.push(`${told}: ${type}`);
    setTimeout(() => stop.abort(), type.includes('event-stream') ? STREAM_MS : REQUEST_LIMIT_MS).unref();
    await response.text().catch(() => '');
  }
  console.log(`${sent} requests`);
  expect(faults).toEqual([]);
  expect((await fetch(`${program.url}/readyz`)).status).toBe(200);
});

const tokenOf = (body: unknown): string => {
  if (typeof body === 'object' && body !== null && 'token' in body) return String(body.token);
  throw new Error('No token for a visitor.');
};
