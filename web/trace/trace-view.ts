import { createElement as h, type ReactElement, type ReactNode } from 'react';
import { callView, failed } from './model-call-view.ts';
import { LEGS, readTrace, type TracedHit, type TracedRequest, type TracedStep } from './read-trace.ts';
import { facts, folded, milliseconds } from './trace-parts.ts';
import type { TraceWords } from './trace-words.ts';

const percent = (share: number) => `${Math.round(share * 100)}%`;
const points = (score: number) => score.toFixed(Math.abs(score) < 1 ? 3 : 1);

/** What an intent, a route or a slot is called. */
export type NameOf = (of: 'intents' | 'routes' | 'slots', id: string) => string;
const byId: NameOf = (_, id) => id;

/**
 * How a reply came about, step by step. Plain createElement instead of JSX: a report is written by Node, which reads
 * TypeScript but no JSX, with the very viewer that the console shows.
 */
export function TraceView(props: { trace: unknown; words: TraceWords; nameOf?: NameOf }): ReactElement {
  const { words, nameOf: called = byId } = props;
  const steps = readTrace(props.trace);
  if (steps.length === 0) return h('p', { className: 'trace-nothing' }, words.nothing);
  const whole = Math.max(1, ...steps.map(({ atMs }) => atMs));
  return h(
    'ol',
    { className: 'trace' },
    steps.map((step, index) =>
      h(
        'li',
        { key: index, className: `trace-step ${failed(step) ? 'failed' : step.kind}` },
        h(
          'p',
          { className: 'trace-head' },
          h('strong', null, nameOf(step, words)),
          h(
            'span',
            { className: 'trace-time', 'aria-hidden': true },
            h('span', {
              style: { marginInlineStart: percent((step.atMs - step.ms) / whole), width: percent(step.ms / whole) },
            }),
          ),
          h('span', { className: 'trace-ms' }, milliseconds(step.ms)),
        ),
        bodyOf(step, words, called),
      ),
    ),
  );
}

function nameOf(step: TracedStep, words: TraceWords): string {
  if (step.kind === 'understand') return words.understood;
  if (step.kind === 'search') return words.searched;
  if (step.kind === 'model') return `${words.model}: ${words.purposes[step.call.purpose] ?? step.call.purpose}`;
  return words.steps[step.name] ?? step.name;
}

function bodyOf(step: TracedStep, words: TraceWords, called: NameOf): ReactNode {
  if (step.kind === 'understand')
    return [
      ...step.requests.map((request, index) => requestView(request, { words, called, key: index })),
      step.context ? folded(words.context, json(step.context), 'context') : null,
    ];
  if (step.kind === 'search')
    return [
      h(
        'p',
        { key: 'question', className: 'trace-question' },
        `“${step.question}”`,
        step.evidence === null
          ? null
          : h('span', { className: 'trace-tag' }, `${words.evidence} ${percent(step.evidence)}`),
      ),
      step.hits.length > 0 ? hitTable(step.hits, words) : null,
    ];
  if (step.kind === 'model') return callView(step.call, words);
  return json(step.data);
}

function requestView(
  request: TracedRequest,
  { words, called, key }: { words: TraceWords; called: NameOf; key: number },
): ReactNode {
  const { intent, route, confidence, alternatives, slots } = request;
  return h(
    'div',
    { key, className: 'trace-request' },
    h('p', { className: 'trace-question' }, `“${request.text}”`),
    facts([
      [words.intent, called('intents', intent)],
      [words.route, called('routes', route)],
      ...(confidence === null ? [] : [[words.confidence, percent(confidence)] as [string, string]]),
      ...(alternatives[0] && alternatives[0].confidence >= 0.005
        ? [
            [
              words.insteadOf,
              `${called('intents', alternatives[0].intent)} ${percent(alternatives[0].confidence)}`,
            ] as [string, string],
          ]
        : []),
      ...slots.map(([name, value]): [string, string] => [called('slots', name), value]),
    ]),
  );
}

const hitTable = (hits: TracedHit[], words: TraceWords): ReactNode =>
  h(
    'div',
    { key: 'hits', className: 'trace-frame', tabIndex: 0, role: 'region', 'aria-label': words.searched },
    h(
      'table',
      { className: 'trace-hits' },
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          h('th', { scope: 'col' }, words.passage),
          LEGS.map((leg) => h('th', { key: leg, scope: 'col' }, words.legs[leg])),
          h('th', { scope: 'col' }, words.evidence),
        ),
      ),
      h(
        'tbody',
        null,
        hits.map((hit, index) =>
          h('tr', { key: index }, h('td', null, passageView(hit, words)), legCells(hit), evidenceCell(hit)),
        ),
      ),
    ),
  );

const passageView = (hit: TracedHit, words: TraceWords): ReactNode =>
  h(
    'details',
    { className: 'trace-fold' },
    h('summary', null, hit.title, hit.page === null ? '' : `, ${words.page.replace('{n}', String(hit.page))}`),
    h('p', { className: hit.text === null ? 'trace-nothing' : 'trace-text' }, hit.text ?? words.gone),
  );

const legCells = (hit: TracedHit): ReactNode =>
  LEGS.map((leg) => {
    const found = hit.legs[leg];
    return h(
      'td',
      { key: leg, className: 'trace-figure' },
      found ? [h('strong', { key: 'rank' }, found.rank), ` ${points(found.score)}`] : '–',
    );
  });

const evidenceCell = ({ evidence }: TracedHit): ReactNode =>
  h('td', { className: 'trace-figure' }, evidence === null ? '–' : percent(evidence));

const json = (data: unknown): ReactNode =>
  h('pre', { key: 'data', className: 'trace-data' }, JSON.stringify(data, null, 2));
