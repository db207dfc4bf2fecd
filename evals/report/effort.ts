import { askedIn, type SuiteReport, shownTime } from './figures.ts';
import { type Markup, markup } from './markup.ts';

/** What the answers of a suite took: milliseconds and tokens, each case once. */
export interface Effort {
  /** Ascending. */
  ms: number[];
  tokens: number;
  cost: number;
  slowest: Array<{ asked: string; ms: number; tokens: number | undefined }>;
}

export function effortOf({ cases, metrics }: SuiteReport): Effort {
  const once = new Map(cases.map((one) => [askedIn(one.id, metrics), one]));
  const timed = [...once].flatMap(([asked, { ms, tokens }]) => (ms === undefined ? [] : [{ asked, ms, tokens }]));
  const sum = (of: 'tokens' | 'cost') => [...once.values()].reduce((total, one) => total + (one[of] ?? 0), 0);
  return {
    ms: timed.map(({ ms }) => ms).sort((a, b) => a - b),
    tokens: sum('tokens'),
    cost: sum('cost'),
    slowest: timed.sort((a, b) => b.ms - a.ms).slice(0, 5),
  };
}

/** The value below which a share of ascending numbers lies. */
export const quantile = (ascending: number[], share: number): number =>
  ascending[Math.min(ascending.length - 1, Math.floor(share * ascending.length))] ?? 0;

const BINS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, Number.POSITIVE_INFINITY];

/** Latency as a histogram with its quantiles, tokens and cost, and the slowest cases. */
export function effortView(suite: SuiteReport): Markup | null {
  const { ms, tokens, cost, slowest } = effortOf(suite);
  if (ms.length === 0) return null;
  const counts = BINS.map((end, index) => ms.filter((one) => one < end && one >= (BINS[index - 1] ?? 0)).length);
  const first = counts.findIndex((n) => n > 0);
  const last = counts.findLastIndex((n) => n > 0);
  const most = Math.max(...counts);
  const columns = counts.slice(first, last + 1).map((n, index) => {
    const end = BINS[first + index] ?? 0;
    const label = Number.isFinite(end) ? `< ${shownTime(end / 1000)}` : 'more';
    return markup`<li title="${n} cases ${label}"><span class="column" style="height:${Math.max(n === 0 ? 0 : 4, (n / most) * 100).toFixed(0)}%"></span><span class="label">${label}</span></li>`;
  });
  const facts = [
    `median ${shownTime(quantile(ms, 0.5) / 1000)}`,
    `p95 ${shownTime(quantile(ms, 0.95) / 1000)}`,
    `slowest ${shownTime((ms.at(-1) ?? 0) / 1000)}`,
    tokens > 0 && `${tokens.toLocaleString('en')} tokens, ${Math.round(tokens / ms.length)} a case`,
    cost > 0 && `cost ${cost.toFixed(4)}`,
  ].filter(Boolean);
  return markup`<details class="fold"><summary>Time: ${facts.join(' · ')}</summary><ol class="histogram">${columns}</ol><table class="plain"><thead><tr><th>Slowest cases</th><th class="figure">Time</th>${tokens > 0 && markup`<th class="figure">Tokens</th>`}</tr></thead><tbody>${slowest.map(
    (one) =>
      markup`<tr><td>${one.asked}</td><td class="figure">${shownTime(one.ms / 1000)}</td>${tokens > 0 && markup`<td class="figure">${one.tokens ?? ''}</td>`}</tr>`,
  )}</tbody></table></details>`;
}
