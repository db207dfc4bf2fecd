// node evals/retrieval/fit-evidence.ts: fits knowledge/retrieval/evidence-model.json's evidence part and prints what it is worth.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Features } from '../../knowledge/retrieval/features.ts';
import type { Language } from '../../stores/schema.ts';
import { ANSWERABLE, sourceOf, UNANSWERABLE } from './cases.ts';
import { type Fit, fitLogistic, probability, type Sample } from './logistic.ts';
import { createMemoryKnowledge, type MemoryKnowledge } from './memory-knowledge.ts';
import { shopPassages } from './shop-passages.ts';

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
  lexical: 0,
  vector: 1,
} satisfies Record<keyof Features, number>;
const NAMES = Object.keys(SIGNS) as Array<keyof Features>;
/** The best of a query has it at 1 whether it answers or not. */
const LEFT_OUT = new Set<keyof Features>(['lexical']);
const FOLDS = 5;
const MODEL = join(import.meta.dirname, '..', '..', 'knowledge', 'retrieval', 'evidence-model.json');

/** A question in one setting: the features of its hits, and which of them answer. */
interface Trial {
  question: string;
  answerable: boolean;
  hits: Array<{ x: number[]; right: boolean }>;
}

const vector = (features: Features) => NAMES.map((name) => (LEFT_OUT.has(name) ? 0 : features[name]));

async function trial(
  knowledge: MemoryKnowledge,
  question: string,
  language: Language,
  expect: string[],
): Promise<Trial> {
  const found = await knowledge.retriever.search({ query: question, language, k: 6 });
  const hits = found.hits.flatMap((hit) => {
    const features = knowledge.features.get(hit.id);
    return features ? [{ x: vector(features), right: expect.includes(sourceOf(hit.documentId)) }] : [];
  });
  return { question, answerable: expect.length > 0, hits };
}

/** Positive: the best right hit. Negative: every hit of a question without an answer; its best ones count most. */
function samples(trials: Trial[]): Sample[] {
  return trials.flatMap(({ answerable, hits }): Sample[] => {
    if (!answerable) return hits.slice(0, 3).map(({ x }) => ({ x, y: 0, weight: 0.5 }));
    const right = hits.filter((hit) => hit.right).slice(0, 1);
    return right.map(({ x }) => ({ x, y: 1, weight: 1 }));
  });
}

const best = (fit: Fit, { hits }: Trial) => Math.max(0, ...hits.map(({ x }) => probability(fit, x)));

/** Share of the answerable questions that a threshold declines when it declines `share` of the others. */
function declinedAt(answers: number[], others: number[], share: number): { threshold: number; declined: number } {
  const sorted = [...others].sort((a, b) => a - b);
  const threshold = (sorted[Math.floor(sorted.length * share)] ?? 1) + 1e-6;
  return { threshold, declined: answers.filter((value) => value < threshold).length / answers.length };
}

const shopDir = join(import.meta.dirname, '..', '..', 'data', 'shop');
const { passages, concepts } = await shopPassages(shopDir);
const all = await createMemoryKnowledge(passages, concepts);
const single = {
  zh: await createMemoryKnowledge(
    passages.filter((p) => p.language === 'zh'),
    concepts,
  ),
  en: await createMemoryKnowledge(
    passages.filter((p) => p.language === 'en'),
    concepts,
  ),
};
const cases = [...ANSWERABLE, ...UNANSWERABLE.map((one) => ({ ...one, expect: [] as string[] }))];
const main: Trial[] = [];
const cross: Trial[] = [];
for (const { question, language, expect } of cases) {
  main.push(await trial(all, question, language, expect));
  cross.push(await trial(single[language === 'zh' ? 'en' : 'zh'], question, language, expect));
}
/** Shops with a single document: word statistics of so few passages are another thing. */
const small: Trial[] = [];
const sources = [...new Set(passages.filter((p) => p.kind === 'document').map((p) => sourceOf(p.documentId)))];
for (const [at, source] of sources.entries()) {
  const knowledge = await createMemoryKnowledge(
    passages.filter((p) => sourceOf(p.documentId) === source),
    concepts,
  );
  for (const [i, { question, language, expect }] of cases.entries()) {
    if (expect.includes(source)) small.push(await trial(knowledge, question, language, [source]));
    else if (expect.length === 0 && i % sources.length === at)
      small.push(await trial(knowledge, question, language, []));
  }
}
const trials = [...main, ...cross, ...small];
const signs = NAMES.map((name) => SIGNS[name]);
const fold = (question: string) =>
  [...question].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 9973, 7) % FOLDS;
const held = new Map<Trial, number>();
for (let part = 0; part < FOLDS; part++) {
  const fit = fitLogistic(samples(trials.filter((one) => fold(one.question) !== part)), signs);
  for (const one of trials.filter((other) => fold(other.question) === part)) held.set(one, best(fit, one));
}
const value = (one: Trial) => held.get(one) ?? 0;
for (const [name, part] of Object.entries({
  all: trials,
  bothLanguages: main,
  crossLanguage: cross,
  oneDocument: small,
})) {
  const answers = part.filter((one) => one.answerable).map(value);
  const others = part.filter((one) => !one.answerable).map(value);
  for (const share of [0.9, 0.95]) {
    const { threshold, declined } = declinedAt(answers, others, share);
    console.log(
      `${name}: declines ${share} of the others at ${threshold.toFixed(3)}, ${declined.toFixed(3)} of the answerable (cross-validated)`,
    );
  }
}
const fit = fitLogistic(samples(trials), signs);
console.log(
  Object.fromEntries(NAMES.map((name, i) => [name, Number((fit.weights[i] ?? 0).toFixed(2))])),
  fit.bias.toFixed(2),
);
if (process.argv.includes('--worst')) {
  const sorted = main.map((one) => ({ one, p: best(fit, one) })).sort((a, b) => a.p - b.p);
  for (const { one, p } of sorted.filter(({ one }) => one.answerable).slice(0, 25))
    console.log(
      'low ',
      p.toFixed(2),
      one.question,
      JSON.stringify(all.analyzer.units(one.question).map((u) => u.text)),
    );
  for (const { one, p } of sorted.filter(({ one }) => !one.answerable).slice(-25))
    console.log(
      'high',
      p.toFixed(2),
      one.question,
      JSON.stringify(all.analyzer.units(one.question).map((u) => u.text)),
    );
}
if (process.argv.includes('--write')) {
  const model = JSON.parse(readFileSync(MODEL, 'utf8'));
  const round = (number: number) => Math.round(number * 1000) / 1000;
  model.evidence = {
    bias: round(fit.bias),
    weights: Object.fromEntries(NAMES.map((name, i) => [name, round(fit.weights[i] ?? 0)])),
  };
  const others = main.filter((one) => !one.answerable).map(value);
  model.threshold = round(declinedAt([], others, 0.9).threshold);
  writeFileSync(MODEL, `${JSON.stringify(model, null, 2)}\n`);
}
