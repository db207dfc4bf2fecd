// node evals/retrieval/fit-evidence.ts [--write]: fits the evidence part of knowledge/retrieval/evidence-model.json on
// the sample shop (whole, by language, by document) and the invented shops, and prints what it is worth on what was
// held out: each invented shop whole, the sample shop in folds.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Features } from '../../knowledge/retrieval/features.ts';
import { calibration } from './calibration.ts';
import { chooseAskThreshold, chooseThreshold } from './choose-threshold.ts';
import { type Fit, fitLogistic, probability, type Sample } from './logistic.ts';
import { inventedShop, type Setting, sampleShopSettings } from './shop-cases.ts';
import { OPEN_SHOPS } from './shops/read-shop-questions.ts';

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
  ownCoverage: 1,
  ownWindow: 1,
  ownMissing: -1,
  length: 0,
  breadth: 0,
  heaviest: 0,
  lexical: 0,
  vector: 1,
} satisfies Record<keyof Features, number>;
const NAMES = Object.keys(SIGNS) as Array<keyof Features>;
const signs = NAMES.map((name) => SIGNS[name]);
/** The best of a query has `lexical` at 1 whether it answers or not; the shops are too alike in size to tell what it does. */
const LEFT_OUT = new Set<keyof Features>(['lexical', 'corpus']);
/** So it is not fitted: about what it was when shops of one document were half of the samples. */
const CORPUS = -1.5;
/** So often the model chooses the hit by which each question is judged, and is fitted again. */
const TURNS = 4;
const FOLDS = 5;
const HITS = 6;
/** Of the fit's penalty. */
const L2 = 0.0005;
/** Questions of so many things and fewer each weigh alike with and without an answer: length by itself is no evidence. */
const LENGTHS = [2, 3, 4, 5, 7, Number.POSITIVE_INFINITY];
const MODEL = join(import.meta.dirname, '..', '..', 'knowledge', 'retrieval', 'evidence-model.json');

/** A question in one setting, and what each of its hits is judged by. */
interface Trial {
  setting: string;
  question: string;
  answerable: boolean;
  /** Number of the entry of LENGTHS. */
  length: number;
  /** Settings with many questions do not drown the others, nor the longer questions the shorter ones. */
  weight: number;
  hits: number[][];
}

/** `share`: what the setting weighs, all its questions together. */
async function trialsIn({ name, knowledge, answerable, unanswerable }: Setting, share: number): Promise<Trial[]> {
  const cases = [...answerable, ...unanswerable.map((one) => ({ ...one, expect: [] as string[] }))];
  const trials: Trial[] = [];
  for (const { question, language, expect } of cases) {
    const found = await knowledge.retriever.search({ query: question, language, k: HITS });
    let things = 0;
    const hits = found.hits.flatMap((hit): number[][] => {
      const features = knowledge.features.get(hit.id);
      if (!features) return [];
      things = Math.round(features.length * 10);
      return [NAMES.map((one) => (LEFT_OUT.has(one) ? 0 : features[one]))];
    });
    const length = LENGTHS.findIndex((most) => things <= most);
    trials.push({ setting: name, question, answerable: expect.length > 0, length, weight: 0, hits });
  }
  for (const [length] of LENGTHS.entries()) {
    const both = trials.filter((one) => one.length === length);
    for (const answerable of [true, false]) {
      const part = both.filter((one) => one.answerable === answerable);
      const only = part.length === both.length;
      for (const one of part) one.weight = only ? 0.3 : both.length / 2 / part.length;
    }
  }
  const total = trials.reduce((sum, { weight }) => sum + weight, 0);
  for (const one of trials) one.weight *= share / total;
  return trials;
}

const best = (model: Fit, { hits }: Trial) => Math.max(0, ...hits.map((x) => probability(model, x)));

/**
 * A question is judged by the hit that promises most, which is the first one until a model says otherwise
 * (multiple-instance learning, Andrews et al., NIPS 2002).
 */
function fitOn(trials: Trial[]): Fit {
  const asked = trials.filter(({ hits }) => hits.length > 0);
  let chosen = asked.map(({ hits: [first = []] }) => first);
  let model: Fit | undefined;
  for (let turn = 0; turn < TURNS; turn++) {
    const samples = asked.map(
      ({ answerable, weight }, i): Sample => ({ x: chosen[i] ?? [], y: answerable ? 1 : 0, weight }),
    );
    const fitted = fitLogistic(samples, signs, { l2: L2 });
    model = fitted;
    chosen = asked.map(({ hits }) => hits.reduce((a, b) => (probability(fitted, b) > probability(fitted, a) ? b : a)));
  }
  if (!model) throw new Error('Nothing to fit.');
  return model;
}
const fold = (question: string) =>
  [...question].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 9973, 7) % FOLDS;

const sample = await sampleShopSettings();
const invented = await Promise.all(OPEN_SHOPS.map(inventedShop));
const trials: Trial[] = [];
// The sample shop is asked as customers ask most of the time, the invented ones as roundabout as they ever do.
for (const [settings, share] of [
  [[sample.whole], 1500],
  [sample.halves, 60],
  [sample.documents, 3],
  [invented, 100],
] as const) {
  for (const setting of settings) trials.push(...(await trialsIn(setting, share)));
}

const held = new Map<Trial, number>();
const ofShop = new Set(OPEN_SHOPS);
const parts = [
  ...OPEN_SHOPS.map(
    (name) =>
      ({ setting }: Trial) =>
        setting === name,
  ),
  ...Array.from(
    { length: FOLDS },
    (_, part) =>
      ({ setting, question }: Trial) =>
        !ofShop.has(setting) && fold(question) === part,
  ),
];
for (const isHeld of parts) {
  const model = fitOn(trials.filter((one) => !isHeld(one)));
  for (const one of trials.filter(isHeld)) held.set(one, best(model, one));
}
const judged = (part: Trial[]) => part.map((one) => ({ evidence: held.get(one) ?? 0, answerable: one.answerable }));
/** What customers meet: whole shops, in their own language or not. */
const whole = trials.filter(({ setting }) => !sample.documents.some(({ name }) => name === setting));
const own = trials.filter(({ setting }) => setting === sample.whole.name);
const threshold = chooseThreshold(judged(own));
const ask = Math.min(threshold, chooseAskThreshold(judged(whole)));

const share = (part: number, all: number) => (all === 0 ? '-' : (part / all).toFixed(3));
const groups = Map.groupBy(trials, ({ setting }) =>
  sample.documents.some(({ name }) => name === setting) ? 'single documents' : setting,
);
console.log(`asks back from ${ask.toFixed(3)}, threshold ${threshold.toFixed(3)}; shares declined at it, held out:`);
for (const [name, part] of groups) {
  const declined = (answerable: boolean, at = threshold) => {
    const those = judged(part).filter((one) => one.answerable === answerable);
    return share(those.filter(({ evidence }) => evidence < at).length, those.length);
  };
  console.log(
    `  ${name}: ${declined(true)} of the answerable (${declined(true, ask)} not asked about either), ${declined(false)} of the others (${declined(false, ask)})`,
  );
}
const { brier, ece } = calibration(judged(whole).map(({ evidence, answerable }) => ({ p: evidence, y: answerable })));
console.log(`Brier ${brier.toFixed(3)}, ECE ${ece.toFixed(3)}`);

const model = fitOn(trials);
const ownCorpus = Math.log10(1 + sample.whole.knowledge.state.index.size) / 5;
const round = (number: number) => Math.round(number * 1000) / 1000;
const weights = Object.fromEntries(NAMES.map((name, i) => [name, round(model.weights[i] ?? 0)]));
const written = { bias: round(model.bias - CORPUS * ownCorpus), weights: { ...weights, corpus: CORPUS } };
console.log(written);
if (process.argv.includes('--write')) {
  const file = JSON.parse(readFileSync(MODEL, 'utf8'));
  file.evidence = written;
  file.threshold = round(threshold);
  file.ask = round(ask);
  writeFileSync(MODEL, `${JSON.stringify(file, null, 2)}\n`);
}
