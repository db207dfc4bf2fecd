import type { ConceptFinder } from './concepts.ts';
import { extractFeatures, FEATURE_BUCKETS } from './features.ts';
import type { IntentModel } from './model-file.ts';
import { softmax } from './training/fit.ts';

export interface ScoredIntent {
  intent: string;
  /** Calibrated probability. */
  confidence: number;
}

export interface IntentClassifier {
  /** Below it the best intent is not to be trusted. */
  threshold: number;
  /** From this probability of all that is out of scope on, neither. */
  doubtAbove: number;
  /** Every intent, the most probable first. */
  classify(text: string): ScoredIntent[];
}

/** The trained model as a function; builds its lookup once. */
export function createIntentClassifier(model: IntentModel, concepts: ConceptFinder): IntentClassifier {
  const { card, buckets, scales, bytes, bias } = model;
  const classes = card.intents.length;
  const rowOf = new Int32Array(FEATURE_BUCKETS).fill(-1);
  buckets.forEach((bucket, row) => {
    rowOf[bucket] = row;
  });
  const scores = new Float64Array(classes);
  return {
    threshold: card.threshold,
    doubtAbove: card.doubtAbove,
    classify(text) {
      scores.set(bias);
      const features = extractFeatures(text, concepts);
      for (let f = 0; f < features.buckets.length; f++) {
        const row = rowOf[features.buckets[f] ?? 0] ?? -1;
        if (row < 0) continue;
        const weight = (features.weights[f] ?? 0) * (scales[row] ?? 0);
        const at = row * classes;
        for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) + weight * (bytes[at + c] as number);
      }
      softmax(scores, card.temperature);
      return card.intents
        .map((intent, c) => ({ intent, confidence: scores[c] ?? 0 }))
        .sort((a, b) => b.confidence - a.confidence);
    },
  };
}
