import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DatabaseHandle } from '../stores/database.ts';
import { withTestDatabase } from '../testing/postgres.ts';
import { behindFigure } from './behind-figure.ts';
import { createInsightStore } from './insight-store.ts';
import { insightReport } from './report.ts';

const TIME_ZONE = 'Asia/Shanghai';
let database: DatabaseHandle;
beforeAll(async () => {
  database = await withTestDatabase();
});
afterAll(() => database.close());

interface Talk {
  id: string;
  daysAgo: number;
  owner?: string;
  turns: Array<{ route: string; intent: string; ms?: number; engine?: string; gap?: string; cites?: string }>;
  handoff?: string;
  rating?: number;
  thumb?: 'up' | 'down';
}

async function store({ id, daysAgo, owner = id, turns, handoff, rating, thumb }: Talk): Promise<void> {
  const at = new Date(Date.now() - daysAgo * 86_400_000).toISOString();
  const { pool } = database;
  await pool.query(
    "insert into conversations (id, owner_kind, owner_id, created_at) values ($1, 'visitor', $2, $3::timestamptz)",
    [id, owner, at],
  );
  for (const [place, { route, intent, ms = 10, engine = 'local', gap, cites }] of turns.entries()) {
    const [question, reply] = [`${id}-q${place}`, `${id}-a${place}`];
    await pool.query(
      `insert into messages (id, conversation_id, seq, author, text, body, created_at) values
       ($1, $3, $4, 'customer', 'words of ' || $3, '{}', $5::timestamptz), ($2, $3, $4 + 1, 'bot', 'reply', $6, $5::timestamptz)`,
      [question, reply, id, place * 2 + 1, at, JSON.stringify({ citations: cites ? [{ documentId: cites }] : [] })],
    );
    await pool.query(
      `insert into turns (conversation_id, message_id, reply_id, seq, status, route, intent, engine, total_ms, first_token_ms, created_at)
       values ($1, $2, $3, $4, 'done', $5, $6, $7, $8, $8, $9::timestamptz)`,
      [id, question, reply, place * 2 + 1, route, intent, engine, ms, at],
    );
    if (gap) {
      await pool.query(
        `insert into unanswered_questions (conversation_id, message_id, question, language, topic, created_at)
         values ($1, $2, 'q', 'en', $3, $4::timestamptz)`,
        [id, question, gap, at],
      );
    }
  }
  if (handoff) {
    await pool.query(
      `insert into handoffs (conversation_id, reason, summary, language, status, requested_at, claimed_at, ended_at)
       values ($1, $2, '', 'en', 'resolved', $3::timestamptz, $3::timestamptz + interval '90 seconds', $3::timestamptz + interval '5 minutes')`,
      [id, handoff, at],
    );
  }
  if (rating)
    await pool.query('insert into ratings (conversation_id, score, created_at) values ($1, $2, $3)', [id, rating, at]);
  if (thumb) {
    await pool.query(
      'insert into feedback (message_id, conversation_id, rating, reason, created_at) values ($1, $2, $3, $4, $5)',
      [`${id}-a${turns.length - 1}`, id, thumb, thumb === 'down' ? 'wrong' : null, at],
    );
  }
}

it('counts the same from the tables and from counted days, and each figure leads to its conversations', async () => {
  const knowledge = { route: 'knowledge', intent: 'delivery_policy', cites: 'doc-1' };
  const talks: Talk[] = [
    { id: 'confirmed', daysAgo: 20, turns: [knowledge], thumb: 'up' },
    { id: 'came-back', daysAgo: 20, owner: 'same', turns: [{ ...knowledge, ms: 30 }] },
    { id: 'again', daysAgo: 16, owner: 'same', turns: [knowledge] },
    { id: 'unsourced', daysAgo: 15, turns: [{ route: 'knowledge', intent: 'store_info', gap: 'parking' }, knowledge] },
    { id: 'disliked', daysAgo: 15, turns: [{ ...knowledge, engine: 'gpt' }], thumb: 'down' },
    {
      id: 'handed',
      daysAgo: 15,
      turns: [{ route: 'escalate', intent: 'human_agent', ms: 500 }],
      handoff: 'customer_request',
      rating: 5,
    },
    { id: 'greeting-only', daysAgo: 15, turns: [{ route: 'smalltalk', intent: 'greeting' }] },
    { id: 'today', daysAgo: 0, turns: [{ route: 'clarify', intent: 'unclear' }] },
  ];
  for (const talk of talks) await store(talk);
  const insights = createInsightStore({ pool: database.pool, timeZone: TIME_ZONE });
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const span = { from: day(40), to: day(-1) };
  const live = insightReport(span, await insights.counts(span.from, span.to));
  expect(live.conversations).toEqual({
    all: 7,
    contained: 6,
    handed_over: 1,
    confirmed: 1,
    assumed: 4,
    verified: 3,
    durable: 3,
  });
  expect(live.turns).toEqual({ all: 9, unanswered: 1, degraded: 0, failed: 0 });
  expect(live.replyMs).toEqual({ p50: 10, p95: 500 });
  expect(live.handoffs).toMatchObject({
    all: 1,
    reasons: [{ key: 'customer_request', n: 1 }],
    waitSeconds: { p50: 90 },
  });
  expect(live.ratings).toEqual({ average: 5, scores: [{ key: '5', n: 1 }] });
  expect(live.feedback).toEqual({ up: 1, down: 1, reasons: [{ key: 'wrong', n: 1 }] });
  expect(live.cited).toEqual([{ key: 'doc-1', n: 5 }]);
  expect(live.gaps).toEqual([{ key: 'parking', n: 1 }]);
  expect(live.engines).toEqual([
    { key: 'local', n: 8 },
    { key: 'gpt', n: 1 },
  ]);
  expect(live.series.reduce((sum, one) => sum + one.turns, 0)).toBe(9);

  let counted = 0;
  while (await insights.countNext()) counted += 1;
  expect(counted).toBeGreaterThan(10);
  expect(insightReport(span, await insights.counts(span.from, span.to))).toEqual(live);

  const behind = async (metric: string, key: string) =>
    (await behindFigure({ pool: database.pool, timeZone: TIME_ZONE }, { metric, key, ...span })).map(
      (found) => found.conversationId,
    );
  expect((await behind('conversations', 'durable')).sort()).toEqual(['again', 'confirmed', 'unsourced']);
  expect(await behind('gap', 'parking')).toEqual(['unsourced']);
  expect(await behind('engine', 'gpt')).toEqual(['disliked']);
  expect(await behind('handoff', 'customer_request')).toEqual(['handed']);
  expect((await behind('cited', 'doc-1')).length).toBe(5);
  expect(await behind('turns', 'unanswered')).toEqual(['unsourced']);
  expect(await behind('nonsense', 'x')).toEqual([]);
});

it('counts what became of cards, and the model’s tokens, each leading to its talks', async () => {
  const { pool } = database;
  await pool.query("insert into customers (id, name) values ('buyer', '\"B\"')");
  await store({ id: 'cards', daysAgo: 5, turns: [{ route: 'recommend', intent: 'recommend' }] });
  await store({ id: 'modelled', daysAgo: 5, turns: [{ route: 'knowledge', intent: 'store_info' }] });
  const at = "now() - interval '5 days'";
  await pool.query(
    `insert into card_events (conversation_id, message_id, product_id, kind, owner_kind, owner_id, created_at)
     select 'cards', 'cards-a0', product, kind, 'customer', 'buyer', ${at}
     from (values ('p1', 'shown'), ('p2', 'shown'), ('p3', 'shown'), ('p1', 'clicked'), ('p1', 'added')) as e (product, kind)`,
  );
  for (const [id, product, status, after] of [
    ['o1', 'p1', 'paid', '2 days'],
    ['o2', 'p2', 'returned', '2 days'],
    ['o3', 'p3', 'paid', '8 days'],
  ]) {
    await pool.query(
      `insert into orders (id, customer_id, status, placed_at, total) values ($1, 'buyer', $2, ${at} + $3::interval, 1)`,
      [id, status, after],
    );
    await pool.query(
      `insert into order_items (order_id, line, product_id, name, quantity, unit_price) values ($1, 1, $2, '"x"', 1, 1)`,
      [id, product],
    );
  }
  await pool.query(
    "update turns set model_calls = 2, input_tokens = 900, output_tokens = 60 where conversation_id = 'modelled'",
  );
  await pool.query("update turns set spared_calls = 1 where conversation_id = 'cards'");

  const day = new Date(Date.now() - 5 * 86_400_000);
  const from = new Date(day.getTime() - 86_400_000).toISOString().slice(0, 10);
  const to = new Date(day.getTime() + 86_400_000).toISOString().slice(0, 10);
  const counts = await createInsightStore({ pool, timeZone: TIME_ZONE }).counts(from, to);
  const report = insightReport({ from, to }, counts);
  expect(report.cards).toEqual({ shown: 3, clicked: 1, added: 1, bought: 1 });
  expect(report.cardProducts).toEqual([{ key: 'p1', n: 1 }]);
  expect(report.model).toEqual({ turns: 1, sparedTurns: 1, input: 900, output: 60, savedInput: 900, savedOutput: 60 });
  const behind = async (metric: string, key: string) =>
    (await behindFigure({ pool, timeZone: TIME_ZONE }, { metric, key, from, to })).map(
      ({ conversationId }) => conversationId,
    );
  for (const kind of ['shown', 'clicked', 'added', 'bought']) expect(await behind('card', kind)).toEqual(['cards']);
  expect(await behind('card_product', 'p1')).toEqual(['cards']);
  expect([await behind('model', 'used'), await behind('model', 'spared')]).toEqual([['modelled'], ['cards']]);
});

it('sums months of which every day was counted, to the same figures', async () => {
  const { pool } = database;
  for (const daysAgo of [130, 100, 90, 80, 60])
    await store({ id: `old-${daysAgo}`, daysAgo, turns: [{ route: 'knowledge', intent: 'store_info', ms: daysAgo }] });
  const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
  const open = () => createInsightStore({ pool, timeZone: TIME_ZONE });
  const sorted = (counts: Awaited<ReturnType<ReturnType<typeof open>['counts']>>) =>
    counts.totals.toSorted((a, b) => `${a.metric} ${a.key}`.localeCompare(`${b.metric} ${b.key}`));
  const counter = open();
  while (await counter.countNext()) {
    // Until every day that is over has been counted.
  }
  const summed = await open().counts(day(140), day(0));
  const { rows } = await pool.query('select count(distinct month)::int as months from insight_months');
  expect(rows[0].months).toBeGreaterThan(1);
  await pool.query('delete from insight_months');
  expect(sorted(summed)).toEqual(sorted(await open().counts(day(140), day(0))));
});
