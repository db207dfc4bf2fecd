// node evals/retrieval/fit-evidence.ts [--write]: fits the evidence part of knowledge/retrieval/evidence-model.json on
// the sample shop (whole, by language, by document) and three invented shops, and prints what it is worth on held-out folds.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Features } from '../../knowledge/retrieval/features.ts';
import { calibration } from './calibration.ts';
import { sourceOf } from './cases.ts';
import { chooseAskThreshold, chooseThreshold } from './choose-threshold.ts';
import { type Fit, fitLogistic, probability, type Sample } from './logistic.ts';
import { inventedShop, type Setting, sampleShopSettings } from './shop-cases.ts';

const SIGNS = {
  coverage: 1,
  window: 1,
  sentence: 1,
  mass: 1,
  title: 1,
  question: 1,
  missing: -1,
  unknown: -1,
  missingExact: -1,
  corpus: -1,
  sameLanguage: 0,
  foreign: -1,
  untyped: -1,
  lexical: 0,
  vector: 1,
} satisfies Record<keyof Features, number>;
const NAMES = Object.keys(SIGNS) as Array<keyof Features>;
const signs = NAMES.map((name) => SIGNS[name]);
/** The best of a query has `lexical` at 1 whether it answers or not; `sameLanguage` chooses the model. */
const LEFT_OUT = new Set<keyof Features>(['lexical', 'sameLanguage']);
const FOLDS = 5;
const HITS = 6;
const MODEL = join(import.meta.dirname, '..', '..', 'knowledge', 'retrieval', 'evidence-model.json');

type Side = 'same' | 'other';
type Model = Record<Side, Fit>;
interface SeenHit {
  x: number[];
  side: Side;
  right: boolean;
}
/** A question in one setting: what its hits are judged by, and which of them answer. */
interface Trial {
  setting: string;
  question: string;
  answerable: boolean;
  /** What its samples count: settings with many questions do not drown the others. */
  weight: number;
  hits: SeenHit[];
}

async function trialsIn({ name, knowledge, answerable, unanswerable }: Setting, share: number): Promise<Trial[]> {
  const cases = [...answerable, ...unanswerable.map((one) => ({ ...one, expect: [] as string[] }))];
  const trials: Trial[] = [];
  for (const { question, language, expect } of cases) {
    const found = await knowledge.retriever.search({ query: question, language, k: HITS });
    const hits = found.hits.flatMap((hit): SeenHit[] => {
      const features = knowledge.features.get(hit.id);
      if (!features) return [];
      const x = NAMES.map((one) => (LEFT_OUT.has(one) ? 0 : features[one]));
      return [
        { x, side: features.sameLanguage === 1 ? 'same' : 'other', right: expect.includes(sourceOf(hit.documentId)) },
      ];
    });
    trials.push({ setting: name, question, answerable: expect.length > 0, weight: share, hits });
  }
  return trials;
}

/** Positive: the best right hit of a question. Negative: the first hits of a question without an answer. */
function samples(trials: Trial[], side: Side): Sample[] {
  return trials.flatMap(({ answerable, hits, weight }): Sample[] => {
    const mine = hits.filter((hit) => hit.side === side);
    if (!answerable) return mine.slice(0, 3).map(({ x }) => ({ x, y: 0, weight: weight * 0.5 }));
    return mine
      .filter((hit) => hit.right)
      .slice(0, 1)
      .map(({ x }) => ({ x, y: 1, weight }));
  });
}

const fitBoth = (trials: Trial[]): Model => ({
  same: fitLogistic(samples(trials, 'same'), signs),
  other: fitLogistic(samples(trials, 'other'), signs),
});
const best = (model: Model, { hits }: Trial) => Math.max(0, ...hits.map(({ x, side }) => probability(model[side], x)));
const fold = (question: string) =>
  [...question].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 9973, 7) % FOLDS;

const sample = await sampleShopSettings();
const invented = await Promise.all(['tea', 'outdoor', 'bikes'].map(inventedShop));
const trials: Trial[] = [];
for (const [settings, share] of [
  [[sample.whole], 2],
  [sample.halves, 0.7],
  [sample.documents, 0.5],
  [invented, 0.7],
] as const) {
  for (const setting of settings) trials.push(...(await trialsIn(setting, share)));
}

const held = new Map<Trial, number>();
for (let part = 0; part < FOLDS; part++) {
  const model = fitBoth(trials.filter(({ question }) => fold(question) !== part));
  for (const one of trials.filter(({ question }) => fold(question) === part)) held.set(one, best(model, one));
}
const judged = (part: Trial[]) => part.map((one) => ({ evidence: held.get(one) ?? 0, answerable: one.answerable }));
/** What customers meet: whole shops, in their own language or not. */
const whole = trials.filter(({ setting }) => !sample.documents.some(({ name }) => name === setting));
const threshold = chooseThreshold(judged(whole));
const ask = Math.min(threshold, chooseAskThreshold(judged(whole)));

const share = (part: number, all: number) => (all === 0 ? '-' : (part / all).toFixed(3));
const groups = Map.groupBy(trials, ({ setting }) =>
  sample.documents.some(({ name }) => name === setting) ? 'single documents' : setting,
);
console.log(
  `asks back from ${ask.toFixed(3)}, threshold ${threshold.toFixed(3)}; cross-validated shares declined at it:`,
);
for (const [name, part] of groups) {
  const declined = (answerable: boolean) => {
    const those = judged(part).filter((one) => one.answerable === answerable);
    return share(those.filter(({ evidence }) => evidence < threshold).length, those.length);
  };
  console.log(`  ${name}: ${declined(true)} of the answerable, ${declined(false)} of the others`);
}
const { brier, ece } = calibration(judged(whole).map(({ evidence, answerable }) => ({ p: evidence, y: answerable })));
console.log(`Brier ${brier.toFixed(3)}, ECE ${ece.toFixed(3)}`);

const model = fitBoth(trials);
const round = (number: number) => Math.round(number * 1000) / 1000;
const written = ({ bias, weights }: Fit) => ({
  bias: round(bias),
  weights: Object.fromEntries(NAMES.map((name, i) => [name, round(weights[i] ?? 0)])),
});
console.log({ same: written(model.same), other: written(model.other) });
if (process.argv.includes('--write')) {
  const file = JSON.parse(readFileSync(MODEL, 'utf8'));
  file.evidence = { same: written(model.same), other: written(model.other) };
  file.threshold = round(threshold);
  file.ask = round(ask);
  writeFileSync(MODEL, `${JSON.stringify(file, null, 2)}\n`);
}
