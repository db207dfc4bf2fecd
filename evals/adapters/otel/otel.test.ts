import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { EvalRun } from '../../harness/report.ts';
import { evalSpans } from './eval-spans.ts';
import { sendSpans } from './send-spans.ts';
import { type StoredTurn, turnSpans } from './turn-spans.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface OtlpBody {
  resourceSpans: [{ scopeSpans: [{ spans: unknown[] }] }];
}

/** Keeps what it is sent; answers with the given statuses in turn, then 200. */
async function startCollector(statuses: number[] = [], answer = '{}') {
  const bodies: { path: string | undefined; key: unknown; json: OtlpBody }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const status = statuses.shift() ?? 200;
      if (status === 200)
        bodies.push({
          path: request.url,
          key: request.headers['x-key'],
          json: JSON.parse(Buffer.concat(chunks).toString('utf8')) as OtlpBody,
        });
      response.writeHead(status, { 'content-type': 'application/json' }).end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(() => resolve())));
  return { bodies, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const turn: StoredTurn = {
  id: 't1',
  conversationId: 'c1',
  route: 'knowledge',
  routes: ['knowledge', 'order'],
  intent: 'return_policy',
  confidence: 0.5,
  language: 'en',
  engine: 'gpt-x',
  degraded: false,
  errorCode: null,
  firstTokenMs: 12,
  totalMs: 100,
  trace: [
    { step: 'understand', atMs: 5, data: {} },
    { step: 'search', atMs: 40, data: { evidence: 0.9, hits: [{ id: 'd-1', evidence: 0.9, title: 'Secret' }] } },
    { step: 'find_orders', atMs: 60, data: { orders: ['SO-1'] } },
    {
      step: 'model',
      atMs: 90,
      data: {
        ...{ purpose: 'answer', model: 'gpt-x', outcome: 'ok', finish: 'stop', inputTokens: 300, outputTokens: 20 },
        messages: [{ role: 'user', text: 'Secret' }],
      },
    },
  ],
  createdAt: new Date('2026-11-20T08:00:00.000Z'),
  finishedAt: new Date('2026-11-20T08:00:00.150Z'),
  modelCalls: 1,
  inputTokens: 300,
  outputTokens: 20,
};

describe('turns as spans', () => {
  it('is one trace with a root and its steps, in time, without texts and findings', () => {
    const spans = turnSpans(turn);
    const [root, , search, tool, call] = spans;
    expect(call).toMatchObject({
      name: 'chat gpt-x',
      attributes: { 'gen_ai.usage.output_tokens': 20, 'kefu.purpose': 'answer' },
    });
    expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
    expect(new Set(spans.map(({ spanId }) => spanId)).size).toBe(5);
    expect(root).toMatchObject({
      name: 'invoke_agent kefu',
      attributes: {
        'gen_ai.operation.name': 'invoke_agent',
        'gen_ai.conversation.id': 'c1',
        'gen_ai.request.model': 'gpt-x',
        'gen_ai.usage.input_tokens': 300,
        'kefu.route': 'knowledge',
      },
    });
    expect(root?.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(search).toMatchObject({ name: 'retrieval knowledge', parentSpanId: root?.spanId });
    expect(tool).toMatchObject({ name: 'execute_tool find_orders' });
    for (const { startMs, endMs } of spans) {
      expect(startMs).toBeGreaterThanOrEqual(turn.createdAt.getTime());
      expect(endMs).toBeGreaterThanOrEqual(startMs);
      expect(endMs).toBeLessThanOrEqual(turn.finishedAt?.getTime() ?? 0);
    }
    expect(JSON.stringify(spans)).not.toMatch(/SO-1|Secret/);
  });

  it('has no model where none answered, an error where it failed, masked texts only when asked', () => {
    const [root] = turnSpans({ ...turn, engine: 'local', errorCode: 'shop_unavailable', trace: 'odd' });
    expect(root).toMatchObject({ error: 'shop_unavailable', attributes: { 'gen_ai.provider.name': 'kefu' } });
    expect(root?.attributes['gen_ai.request.model']).toBeUndefined();
    const [told] = turnSpans({ ...turn, content: { asked: 'mail a@b.com', replied: 'Fine.' } });
    expect(told?.attributes['gen_ai.input.messages']).toContain('{email}');
  });
});

describe('a collector', () => {
  it('gets OTLP as JSON, in batches, with its headers, after it was busy', async () => {
    const { bodies, url } = await startCollector([503]);
    const spans = Array.from({ length: 60 }, (_, n) => turnSpans({ ...turn, id: `t${n}` })).flat();
    const to = { url: `${url}/`, headers: { 'x-key': 'k' }, resource: { 'service.name': 'kefu' } };
    expect(await sendSpans(to, spans)).toEqual({ rejected: 0 });
    expect(bodies.map(({ path, key }) => [path, key])).toEqual([
      ['/v1/traces', 'k'],
      ['/v1/traces', 'k'],
    ]);
    const [first] = bodies[0]?.json.resourceSpans[0].scopeSpans[0].spans ?? [];
    expect(first).toMatchObject({
      kind: 1,
      startTimeUnixNano: '1795161600000000000',
      endTimeUnixNano: '1795161600150000000',
      status: { code: 1 },
      attributes: expect.arrayContaining([
        { key: 'gen_ai.usage.input_tokens', value: { intValue: '300' } },
        { key: 'kefu.confidence', value: { doubleValue: 0.5 } },
        { key: 'kefu.degraded', value: { boolValue: false } },
        {
          key: 'kefu.routes',
          value: { arrayValue: { values: [{ stringValue: 'knowledge' }, { stringValue: 'order' }] } },
        },
      ]),
    });
  });

  it('is heard when it refuses some or all', async () => {
    const some = await startCollector([], '{"partialSuccess":{"rejectedSpans":"2"}}');
    expect(await sendSpans({ url: some.url, resource: {} }, turnSpans(turn))).toEqual({ rejected: 2 });
    const none = await startCollector([400], 'bad');
    await expect(sendSpans({ url: none.url, resource: {} }, turnSpans(turn))).rejects.toThrow('400: bad');
  });
});

it('gives each case of a run its verdict as an evaluation event', () => {
  const cases = [
    { id: 'polite: en hi', passed: false, expected: 'nothing rude', actual: 'rude', ms: 5 },
    { id: 'polite: en hello', passed: true, expected: 'nothing rude', actual: 'fine' },
  ];
  const suite = { name: 'tone', description: '', passed: false, seconds: 2, notes: [], cases };
  const metrics = [{ name: 'polite', value: 0.5, bar: 1 }];
  const run: EvalRun = {
    id: 'r1',
    startedAt: '2026-11-20T08:00:00.000Z',
    engine: 'local',
    passed: false,
    seconds: 3,
    suites: [{ ...suite, metrics }],
  };
  const spans = evalSpans(run);
  expect(spans.map(({ name }) => name)).toEqual([
    'evals r1',
    'eval suite tone',
    'invoke_agent kefu',
    'invoke_agent kefu',
  ]);
  expect(spans[1]?.events?.[0]?.attributes).toMatchObject({ 'gen_ai.evaluation.score.label': 'fail' });
  expect(spans[2]?.events?.[0]).toMatchObject({
    name: 'gen_ai.evaluation.result',
    attributes: {
      'gen_ai.evaluation.name': 'polite',
      'gen_ai.evaluation.score.value': 0,
      'gen_ai.evaluation.explanation': 'expected nothing rude, got rude',
    },
  });
});
