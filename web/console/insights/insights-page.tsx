import { useMemo, useState } from 'react';
import type { InsightsBody } from '../../api/types.ts';
import { fill, type Locale } from '../../i18n/dictionary.ts';
import { reasonWords } from '../desk/handoff-words.ts';
import { insightName } from '../i18n/insight-names.ts';
import { saveFile } from '../save-file.ts';
import { useSurroundings } from '../surroundings.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Segments } from '../ui/segments.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useAction } from '../use-action.ts';
import { useLoad } from '../use-load.ts';
import { usePolling } from '../use-polling.ts';
import { BehindDialog } from './behind-dialog.tsx';
import { DayChart, type DaySeries } from './day-chart.tsx';
import { Figure, type FigureKey } from './figure.tsx';
import './insights.css';
import { ModelCost } from './model-cost.tsx';
import { useNumbers } from './numbers.ts';
import { Ranking } from './ranking.tsx';
import { Recommended } from './recommended.tsx';
import { everyDay, lastDays } from './span.ts';

const SPANS = ['7', '30', '90', '365'] as const;
const COLOURS = ['--k-accent', '--k-warm', '--k-good', '--k-bad', '--k-muted', '--k-line-strong'];
const POLL_MS = 5_000;

/** How well customers are served; each number leads to its conversations. */
export default function InsightsPage() {
  const { t, http, locale } = useSurroundings();
  const [days, setDays] = useState<(typeof SPANS)[number]>('30');
  const span = useMemo(() => lastDays(Number(days)), [days]);
  const query = new URLSearchParams({ ...span, locale });
  const { data, problem, reload } = useLoad(query.toString(), (signal) =>
    http.json<InsightsBody>(`/api/insights?${query}`, { signal }),
  );
  const [open, setOpen] = useState<FigureKey | null>(null);
  const { problem: fault, run } = useAction();
  usePolling((data?.pendingDays ?? 0) > 0, POLL_MS, reload);
  return (
    <section className="page">
      <PageHead title={t.insights} text={t.insightsText}>
        <div className="head-actions">
          <Segments
            label={t.span}
            value={days}
            options={SPANS.map((value) => ({ value, words: fill(t.lastDays, { n: value }) }))}
            onChange={setDays}
          />
          <button
            type="button"
            className="button"
            onClick={() => void run(() => saveFile(http, `/api/insights/export?${query}`, `insights-${span.from}.csv`))}
          >
            <Icon name="download" />
            {t.exportCsv}
          </button>
        </div>
      </PageHead>
      <ProblemNote problem={fault ?? problem} onRetry={problem ? reload : undefined} />
      {!data && !problem && <Skeleton rows={6} />}
      {data && data.pendingDays > 0 && <p className="note">{fill(t.pending, { n: data.pendingDays })}</p>}
      {data && data.turns.all === 0 && <EmptyState icon="chart" title={t.noInsights} text={t.noInsightsText} />}
      {data && data.turns.all > 0 && <Report data={data} onOpen={setOpen} />}
      {open && <BehindDialog figure={open} {...span} onClose={() => setOpen(null)} />}
    </section>
  );
}

function Report({ data, onOpen }: { data: InsightsBody; onOpen: (figure: FigureKey) => void }) {
  const { t, locale } = useSurroundings();
  const { number, share } = useNumbers();
  const time = (ms: number | null) =>
    ms === null
      ? '–'
      : ms < 1_000
        ? fill(t.milliseconds, { n: Math.round(ms) })
        : fill(t.seconds, { n: (ms / 1_000).toFixed(1) });
  const { conversations, turns, ratings, feedback, handoffs } = data;
  const talks = (key: keyof InsightsBody['conversations'], name: string) => ({ metric: 'conversations', key, name });
  const rated = ratings.scores.reduce((sum, { n }) => sum + n, 0);
  const daily = useMemo(() => dailySeries(data, [t.conversationsWord, t.containment]), [data, t]);
  const routes = useMemo(() => routeSeries(data, locale), [data, locale]);
  const named = (of: Parameters<typeof insightName>[0], counts: InsightsBody['intents']) =>
    counts.map((one) => ({ ...one, name: insightName(of, one.key, locale) }));
  const kinds = [
    ['confirmed', t.confirmed, t.confirmedText],
    ['assumed', t.assumed, t.assumedText],
    ['verified', t.verified, t.verifiedText],
    ['durable', t.durable, t.durableText],
  ] as const;
  return (
    <>
      <div className="figures">
        <Figure
          name={t.containment}
          value={share(conversations.contained, conversations.all)}
          text={fill(t.containmentText, { n: number(conversations.all) })}
          figure={talks('contained', t.containment)}
          onOpen={onOpen}
        />
        <Figure
          name={t.handoffsCount}
          value={number(handoffs.all)}
          text={`${t.waitTime}: ${time(handoffs.waitSeconds.p50 === null ? null : handoffs.waitSeconds.p50 * 1_000)}`}
          figure={talks('handed_over', t.handoffsCount)}
          onOpen={onOpen}
        />
        <Figure
          name={t.csat}
          value={ratings.average === null ? '–' : `${ratings.average.toFixed(1)} / 5`}
          text={[fill(t.csatText, { n: rated }), `${t.thumbs}: +${feedback.up} −${feedback.down}`]}
          figure={feedback.down > 0 ? { metric: 'feedback', key: 'down', name: t.downReasons } : undefined}
          onOpen={onOpen}
        />
        <Figure
          name={t.unansweredCount}
          value={share(turns.unanswered, turns.all)}
          text={fill(t.unansweredOf, { n: number(turns.unanswered), all: number(turns.all) })}
          figure={{ metric: 'turns', key: 'unanswered', name: t.unansweredCount }}
          onOpen={onOpen}
        />
        <Figure
          name={t.replyTime}
          value={time(data.replyMs.p50)}
          text={[t.median, `${t.p95}: ${time(data.replyMs.p95)}`, `${t.firstToken}: ${time(data.firstMs.p50)}`]}
          onOpen={onOpen}
        />
      </div>
      <section className="panel resolution">
        <h2>{t.resolved}</h2>
        <p className="quiet small">{t.resolvedText}</p>
        <div className="figures">
          {kinds.map(([key, name, text]) => (
            <Figure
              key={key}
              name={name}
              value={share(conversations[key], conversations.all)}
              text={text}
              figure={talks(key, name)}
              onOpen={onOpen}
            />
          ))}
        </div>
      </section>
      <Recommended data={data} onOpen={onOpen} />
      <ModelCost data={data} onOpen={onOpen} />
      <DayChart title={t.overTime} text={t.overTimeText} days={daily.days} series={daily.series} />
      <DayChart title={t.routesOverTime} days={routes.days} series={routes.series} />
      <div className="rankings">
        <Ranking title={t.intentsTop} metric="intent" counts={named('intents', data.intents)} onOpen={onOpen} />
        <Ranking
          title={t.handoffReasons}
          metric="handoff"
          counts={handoffs.reasons.map((one) => ({ ...one, name: reasonWords(t, one.key) }))}
          onOpen={onOpen}
        />
        <Ranking title={t.topGaps} metric="gap" counts={data.gaps} onOpen={onOpen} />
        <Ranking
          title={t.usedKnowledge}
          metric="cited"
          counts={data.knowledge.used.map(({ documentId, title, n }) => ({ key: documentId, name: title, n }))}
          onOpen={onOpen}
        />
        <Ranking
          title={t.downReasons}
          metric="feedback_reason"
          counts={named('reasons', feedback.reasons)}
          onOpen={onOpen}
        />
        <Ranking title={t.engineShare} metric="engine" counts={named('engines', data.engines)} onOpen={onOpen} />
        <Ranking title={t.recommendationClicks} metric="card_product" counts={data.cardProducts} onOpen={onOpen} />
        {data.knowledge.neverUsed.length > 0 && (
          <section className="panel ranking">
            <h2>{t.unusedKnowledge}</h2>
            <p className="quiet small">{t.unusedText}</p>
            <ul className="unused">
              {data.knowledge.neverUsed.slice(0, 12).map(({ documentId, title }) => (
                <li key={documentId}>{title}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}

function dailySeries(
  data: InsightsBody,
  [all = '', contained = '']: string[],
): { days: string[]; series: DaySeries[] } {
  const days = everyDay(data.from, data.series);
  const by = new Map(data.series.map((one) => [one.day, one]));
  return {
    days,
    series: [
      { name: all, colour: '--k-muted', values: days.map((day) => by.get(day)?.conversations ?? 0) },
      { name: contained, colour: '--k-accent', values: days.map((day) => by.get(day)?.contained ?? 0) },
    ],
  };
}

function routeSeries(data: InsightsBody, locale: Locale): { days: string[]; series: DaySeries[] } {
  const days = everyDay(data.from, data.series);
  const by = new Map(data.series.map((one) => [one.day, one.routes]));
  return {
    days,
    series: data.routes.slice(0, COLOURS.length).map(({ key }, place) => ({
      name: insightName('routes', key, locale),
      colour: COLOURS[place] ?? '--k-muted',
      values: days.map((day) => by.get(day)?.[key] ?? 0),
    })),
  };
}
