import { createConceptFinder } from '../../understanding/concepts.ts';
import { extractFeatures } from '../../understanding/features.ts';
import { loadLexicon } from '../../understanding/lexicon.ts';
import { addScores, fitLinearModel } from '../../understanding/training/fit.ts';
import { FIT } from '../../understanding/training/fit-intents.ts';
import type { LabelledText } from './cases.ts';

/** Accuracy on `test` of the shipped classifier's code, with its own settings, trained on `train` as written. */
export function accuracyTrainedOn(train: readonly LabelledText[], test: readonly LabelledText[]): number {
  const concepts = createConceptFinder(loadLexicon().concepts);
  const ids = [...new Set(train.map(({ intent }) => intent))].sort();
  const labelOf = new Map(ids.map((id, label) => [id, label]));
  const model = fitLinearModel(
    train.map(({ text, intent }) => ({ features: extractFeatures(text, concepts), label: labelOf.get(intent) ?? 0 })),
    { ...FIT, classes: ids.length, epochs: 2 * FIT.epochs },
  );
  const rowOf = new Map([...model.buckets].map((bucket, row) => [bucket, row]));
  let right = 0;
  for (const { text, intent } of test) {
    const features = extractFeatures(text, concepts);
    const known = [...features.buckets.keys()].filter((f) => rowOf.has(features.buckets[f] ?? -1));
    const scores = Float64Array.from(model.bias);
    addScores(
      scores,
      model.weights,
      known.map((f) => rowOf.get(features.buckets[f] ?? -1) ?? 0),
      known.map((f) => features.weights[f] ?? 0),
    );
    if (ids[scores.indexOf(Math.max(...scores))] === intent) right++;
  }
  return right / Math.max(1, test.length);
}

/** Every fifth row kept back. */
export function keepFifth<T>(rows: readonly T[]): { train: T[]; test: T[] } {
  return { train: rows.filter((_, i) => i % 5 !== 0), test: rows.filter((_, i) => i % 5 === 0) };
}
