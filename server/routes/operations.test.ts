import { afterEach, describe, expect, it } from 'vitest';
import { createMetrics } from '../metrics.ts';
import { asCustomer, asVisitor, createTestApp } from '../testing/test-app.ts';

let app: Awaited<ReturnType<typeof createTestApp>>;
afterEach(() => app.close());

const up = async () => undefined;
const down = () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:5432'));

describe('health', () => {
  it('is alive whatever else happens', async () => {
    app = await createTestApp({ rest: { readiness: [{ name: 'database', required: true, check: down }] } });
    expect((await app.inject({ url: '/healthz' })).json()).toEqual({ status: 'ok' });
    const ready = await app.inject({ url: '/readyz' });
    expect(ready.statusCode).toBe(503);
    expect(ready.json().dependencies.database).toMatchObject({ state: 'down', required: true });
    expect(ready.body).not.toContain('10.0.0.7');
  });

  it('is ready while only what it can do without is down', async () => {
    const readiness = [
      { name: 'database', required: true, check: up },
      { name: 'chroma', required: false, check: down },
    ];
    app = await createTestApp({ rest: { readiness } });
    const ready = await app.inject({ url: '/readyz' });
    expect([ready.statusCode, ready.json().status]).toEqual([200, 'ready']);
    expect(ready.json().dependencies.chroma.state).toBe('down');
  });
});

describe('GET /metrics', () => {
  it('counts turns by route, engine and outcome, first tokens, jobs and requests', async () => {
    const metrics = createMetrics();
    app = await createTestApp({ rest: { metrics } });
    const turn = {
      route: 'knowledge',
      engine: 'local',
      degraded: true,
      errorCode: null,
      firstTokenMs: 4,
      totalMs: 9,
    } as const;
    metrics.turnEnded({ ...turn, status: 'done' });
    metrics.turnEnded({
      ...turn,
      status: 'failed',
      route: null,
      engine: null,
      errorCode: 'turn_timeout',
      firstTokenMs: null,
    });
    await app.inject({ url: '/healthz' });
    const { body, headers } = await app.inject({ url: '/metrics' });
    expect(headers['content-type']).toContain('text/plain');
    for (const line of [
      'kefu_turns_total{route="knowledge",engine="local",status="done"} 1',
      'kefu_turns_total{route="none",engine="none",status="failed"} 1',
      'kefu_turns_degraded_total 2',
      'kefu_first_token_seconds_count{engine="local"} 1',
      'kefu_turn_seconds_count{engine="local"} 1',
      'kefu_errors_total{code="turn_timeout"} 1',
      'kefu_queue_jobs{state="waiting"} 2',
      'kefu_open_streams 0',
      'kefu_http_request_seconds_count{method="GET",route="/healthz",status="200"} 1',
      'process_cpu_seconds_total',
    ]) {
      expect(body).toContain(line);
    }
  });

  it('still answers while the queue does not', async () => {
    app = await createTestApp({ rest: { queue: { depth: down } } });
    expect((await app.inject({ url: '/metrics' })).statusCode).toBe(200);
  });
});

describe('outside of the demo', () => {
  it('knows no demo customers', async () => {
    app = await createTestApp({ rest: { settings: { demo: false, rateLimit: 300 } } });
    expect((await app.inject({ url: '/api/demo/customers' })).statusCode).toBe(404);
    expect((await app.inject({ method: 'POST', url: '/api/demo/customers/C1/token' })).statusCode).toBe(404);
    expect((await app.inject({ method: 'POST', url: '/api/visitors' })).statusCode).toBe(201);
  });
});

describe('streams asked with HEAD', () => {
  it('are not opened', async () => {
    app = await createTestApp({ list: { lastEventId: async () => 3 }, turns: { current: async () => undefined } });
    const response = await app.inject({
      method: 'HEAD',
      url: '/api/conversations/c1/events',
      headers: await asCustomer(),
    });
    expect([response.statusCode, response.headers['content-type']]).toEqual([200, 'text/event-stream; charset=utf-8']);
  });
});

describe('an unknown address under /v1', () => {
  it('is an error in OpenAI’s shape', async () => {
    app = await createTestApp();
    const response = await app.inject({
      method: 'POST',
      url: '/v1/embeddings',
      headers: await asVisitor(),
      payload: {},
    });
    expect([response.statusCode, response.json().error.code]).toEqual([404, 'not_found']);
  });
});
