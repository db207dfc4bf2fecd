import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { TraceView } from '../../web/trace/trace-view.ts';
import { traceWords } from '../../web/trace/trace-words.ts';
import type { EvalRun } from '../harness/report.ts';
import type { CaseResult } from '../harness/suite.ts';
import { askedIn, misses, type SuiteReport, shownTime } from './figures.ts';
import { Markup, markup } from './markup.ts';

const TRACED = 30;
const LISTED = 200;

/** One answer and every figure that it missed. */
interface Missed {
  asked: string;
  cases: CaseResult[];
  fresh: boolean;
}

/** The misses of a suite: what is newly failing first, then what failed most figures; with a trace where there is one. */
export function worstCases(suite: SuiteReport, run: EvalRun): Markup | null {
  const missed = misses(suite);
  if (missed.length === 0) return null;
  const changes = run.comparison?.cases.filter((one) => one.suite === suite.name && one.now === 'failed') ?? [];
  const fresh = new Set(changes.map(({ id }) => id));
  const answers = [...Map.groupBy(missed, ({ id }) => askedIn(id, suite.metrics))]
    .map(([asked, cases]): Missed => ({ asked, cases, fresh: cases.some(({ id }) => fresh.has(id)) }))
    .sort((a, b) => Number(b.fresh) - Number(a.fresh) || b.cases.length - a.cases.length);
  const traced = answers.filter(({ cases }) => cases.some(({ trace }) => trace !== undefined)).slice(0, TRACED);
  const plain = answers.filter((one) => !traced.includes(one)).flatMap(({ cases }) => cases);
  const left = plain.length - LISTED;
  return markup`<details class="fold" ${suite.passed ? '' : 'open'}><summary>${missed.length} ${missed.length === 1 ? 'miss' : 'misses'}${fresh.size > 0 && markup` <span class="pill bad">${fresh.size} new</span>`}</summary>
${traced.map((one) => tracedAnswer(one, suite))}
${plain.length > 0 && plainTable(plain.slice(0, LISTED), fresh, suite.name)}${left > 0 && markup`<p class="quiet">And ${left} more in report.json.</p>`}</details>`;
}

function tracedAnswer({ asked, cases, fresh }: Missed, { metrics }: SuiteReport): Markup {
  const [first] = cases;
  const view = createElement(TraceView, { trace: first?.trace, words: traceWords.en });
  const figures = cases.map(({ id }) => id.slice(0, id.length - asked.length).replace(/: $/, ''));
  const verdicts = cases.map(
    ({ expected, actual }, index) =>
      markup`<div><dt>${metrics.length > 1 ? figures[index] : 'Verdict'}</dt><dd><span class="quiet">expected</span> ${expected}\n<span class="quiet">got</span> ${actual}</dd></div>`,
  );
  const effort =
    first?.ms !== undefined &&
    [shownTime(first.ms / 1000), first.tokens && `${first.tokens} tokens`].filter(Boolean).join(', ');
  return markup`<details class="case"><summary>${fresh && markup`<span class="pill bad">new</span> `}${asked}<span class="tags">${figures.map((name) => markup`<span class="pill">${name}</span>`)}</span></summary>
<dl class="verdict">${verdicts}${effort && markup`<div><dt>took</dt><dd>${effort}</dd></div>`}</dl>${new Markup(renderToStaticMarkup(view))}</details>`;
}

const plainTable = (cases: CaseResult[], fresh: ReadonlySet<string>, suite: string): Markup =>
  markup`<div class="frame" tabindex="0" role="region" aria-label="Misses of ${suite}"><table class="plain"><thead><tr><th>Case</th><th>Expected</th><th>Got</th></tr></thead><tbody>${cases.map(
    ({ id, expected, actual }) =>
      markup`<tr><td>${fresh.has(id) && markup`<span class="pill bad">new</span> `}${id}</td><td>${expected}</td><td>${actual}</td></tr>`,
  )}</tbody></table></div>`;
