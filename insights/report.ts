import { type Histogram, quantileOf } from './histogram.ts';
import type { Counts } from './insight-store.ts';
import { type ModelUse, modelUse } from './model-use.ts';

export interface KeyCount {
  key: string;
  n: number;
}
/** Milliseconds or seconds, as the name says; null: nothing was measured. */
export interface Quantiles {
  p50: number | null;
  p95: number | null;
}
export interface DayFigures {
  day: string;
  conversations: number;
  contained: number;
  turns: number;
  unanswered: number;
  handoffs: number;
  routes: Record<string, number>;
  intents: Record<string, number>;
}

export interface InsightReport {
  from: string;
  to: string;
  conversations: Record<'all' | 'contained' | 'handed_over' | 'confirmed' | 'assumed' | 'verified' | 'durable', number>;
  turns: Record<'all' | 'unanswered' | 'degraded' | 'failed', number>;
  routes: KeyCount[];
  intents: KeyCount[];
  languages: KeyCount[];
  engines: KeyCount[];
  replyMs: Quantiles;
  firstMs: Quantiles;
  handoffs: { all: number; reasons: KeyCount[]; ends: KeyCount[]; waitSeconds: Quantiles };
  /** `average` of 1 to 5; null: nobody rated. */
  ratings: { average: number | null; scores: KeyCount[] };
  feedback: { up: number; down: number; reasons: KeyCount[] };
  gaps: KeyCount[];
  cited: KeyCount[];
  /** Products of cards: shown, clicked, put into the basket, bought within seven days. */
  cards: Record<'shown' | 'clicked' | 'added' | 'bought', number>;
  /** Clicks by product. */
  cardProducts: KeyCount[];
  model: ModelUse;
  series: DayFigures[];
  /** Days of the span that are still being counted and are not in the figures yet. */
  pendingDays: number;
}

const TOP = 30;

/** Puts counters together into what people read. */
export function insightReport(
  span: { from: string; to: string },
  { totals, series, pendingDays }: Counts,
): InsightReport {
  const of = (metric: string): KeyCount[] =>
    totals.filter((count) => count.metric === metric).map(({ key, n }) => ({ key, n }));
  const one = (metric: string, key: string) => of(metric).find((count) => count.key === key)?.n ?? 0;
  const ranked = (metric: string) =>
    of(metric)
      .sort((a, b) => b.n - a.n || a.key.localeCompare(b.key))
      .slice(0, TOP);
  const histogram = (metric: string): Histogram => of(metric).map(({ key, n }) => ({ value: Number(key), n }));
  const quantiles = (metric: string): Quantiles => ({
    p50: quantileOf(histogram(metric), 0.5),
    p95: quantileOf(histogram(metric), 0.95),
  });
  const scores = histogram('rating');
  const rated = scores.reduce((sum, { n }) => sum + n, 0);
  const conversations = (key: string) => one('conversations', key);
  const turns = (key: string) => one('turns', key);
  return {
    ...span,
    conversations: {
      all: conversations('all'),
      contained: conversations('contained'),
      handed_over: conversations('handed_over'),
      confirmed: conversations('confirmed'),
      assumed: conversations('assumed'),
      verified: conversations('verified'),
      durable: conversations('durable'),
    },
    turns: {
      all: turns('all'),
      unanswered: turns('unanswered'),
      degraded: turns('degraded'),
      failed: turns('failed'),
    },
    routes: ranked('route'),
    intents: ranked('intent'),
    languages: ranked('language'),
    engines: ranked('engine'),
    replyMs: quantiles('reply_ms'),
    firstMs: quantiles('first_ms'),
    handoffs: {
      all: of('handoff').reduce((sum, { n }) => sum + n, 0),
      reasons: ranked('handoff'),
      ends: ranked('handoff_end'),
      waitSeconds: quantiles('wait_s'),
    },
    ratings: {
      average: rated === 0 ? null : scores.reduce((sum, { value, n }) => sum + value * n, 0) / rated,
      scores: of('rating').sort((a, b) => a.key.localeCompare(b.key)),
    },
    feedback: { up: one('feedback', 'up'), down: one('feedback', 'down'), reasons: ranked('feedback_reason') },
    gaps: ranked('gap'),
    cited: of('cited').sort((a, b) => b.n - a.n),
    cards: {
      shown: one('card', 'shown'),
      clicked: one('card', 'clicked'),
      added: one('card', 'added'),
      bought: one('card', 'bought'),
    },
    cardProducts: ranked('card_product'),
    model: modelUse({
      turns: one('model', 'used'),
      sparedTurns: one('model', 'spared'),
      input: one('tokens', 'input'),
      output: one('tokens', 'output'),
    }),
    series: days(series),
    pendingDays,
  };
}

function days(series: Counts['series']): DayFigures[] {
  const byDay = new Map<string, DayFigures>();
  for (const { day, metric, key, n } of series) {
    const figures = byDay.get(day) ?? {
      day,
      conversations: 0,
      contained: 0,
      turns: 0,
      unanswered: 0,
      handoffs: 0,
      routes: {},
      intents: {},
    };
    byDay.set(day, figures);
    if (metric === 'conversations' && key === 'all') figures.conversations += n;
    else if (metric === 'conversations' && key === 'contained') figures.contained += n;
    else if (metric === 'turns' && key === 'all') figures.turns += n;
    else if (metric === 'turns' && key === 'unanswered') figures.unanswered += n;
    else if (metric === 'handoff') figures.handoffs += n;
    else if (metric === 'route') figures.routes[key] = (figures.routes[key] ?? 0) + n;
    else if (metric === 'intent') figures.intents[key] = (figures.intents[key] ?? 0) + n;
  }
  return [...byDay.values()].sort((a, b) => a.day.localeCompare(b.day));
}
