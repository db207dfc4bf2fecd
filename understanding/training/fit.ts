import type { FeatureVector } from '../features.ts';
import { createRandom } from './random.ts';

export interface TrainingRow {
  features: FeatureVector;
  /** Index of the class. */
  label: number;
}

export interface FitOptions {
  classes: number;
  epochs: number;
  /** Strength of the L2 penalty, for each row's touch of a weight. */
  l2: number;
  learningRate: number;
  /** Share of a row's features that a step does not see, so that no word alone decides (Hinton et al., 2012). */
  dropout: number;
  seed: number;
  /** Weights to go on from, with the steps of a model that has learnt already; without it all begin at zero. */
  start?: LinearModel;
  /** Told after each epoch: how many are done. */
  onEpoch?: (done: number) => void;
}

/** Weights feature by feature (`classes` numbers for each bucket in use), and a bias for each class. */
export interface LinearModel {
  classes: number;
  /** Bucket of each row of `weights`. */
  buckets: Uint32Array;
  weights: Float32Array;
  bias: Float32Array;
}

/** Classes whose share of the error is smaller are left alone in a step: most of them, once the model knows a little. */
const SLIGHT = 2e-3;

/**
 * Multinomial logistic regression by AdaGrad (Duchi et al., JMLR 2011) with L2.
 * A class weighs 1/sqrt(its rows), so that the large ones don't swallow the small.
 */
export function fitLinearModel(rows: readonly TrainingRow[], options: FitOptions): LinearModel {
  const { classes, epochs, l2, learningRate, dropout, seed } = options;
  const { buckets, indexed } = indexFeatures(rows);
  const { weights, bias, caution } = beginFrom(options.start, buckets, classes);
  const squares = new Float32Array(buckets.length * classes).fill(caution);
  const biasSquares = new Float32Array(classes).fill(caution);
  const rowWeight = classWeights(rows, classes);
  const order = Uint32Array.from(rows.keys());
  const random = createRandom(seed);
  const scores = new Float64Array(classes);
  const values = new Float32Array(indexed.reduce((most, { length }) => Math.max(most, length), 0));
  const moved = new Uint16Array(classes);
  for (let epoch = 0; epoch < epochs; epoch++) {
    random.shuffle(order);
    const rate = learningRate * (1 - (0.8 * epoch) / epochs);
    for (const r of order) {
      const row = rows[r];
      const features = indexed[r];
      if (!row || !features) continue;
      const seen = values.subarray(0, features.length);
      for (let f = 0; f < seen.length; f++)
        seen[f] = random.next() < dropout ? 0 : (row.features.weights[f] ?? 0) / (1 - dropout);
      scores.set(bias);
      addScores(scores, weights, features, seen);
      softmax(scores, 1);
      scores[row.label] = (scores[row.label] ?? 0) - 1;
      const scale = rowWeight[row.label] ?? 1;
      let touched = 0;
      for (let c = 0; c < classes; c++) {
        const gradient = (scores[c] as number) * scale;
        scores[c] = gradient;
        if (gradient > SLIGHT || gradient < -SLIGHT) moved[touched++] = c;
      }
      for (let f = 0; f < features.length; f++) {
        const x = seen[f] as number;
        if (x === 0) continue;
        const at = (features[f] ?? 0) * classes;
        for (let m = 0; m < touched; m++) {
          const c = moved[m] as number;
          const w = weights[at + c] as number;
          const gradient = (scores[c] as number) * x + l2 * w;
          const square = (squares[at + c] as number) + gradient * gradient;
          squares[at + c] = square;
          weights[at + c] = w - (rate * gradient) / Math.sqrt(square);
        }
      }
      for (let c = 0; c < classes; c++) {
        const gradient = scores[c] as number;
        const square = (biasSquares[c] as number) + gradient * gradient;
        biasSquares[c] = square;
        bias[c] = (bias[c] as number) - (rate * gradient) / Math.sqrt(square);
      }
    }
    options.onEpoch?.(epoch + 1);
  }
  return { classes, buckets, weights, bias };
}

/** AdaGrad's first sum of squares: small for bold steps, large where little is to be learnt. */
const BOLD = 1e-3;
const CAREFUL = 0.1;

function beginFrom(start: LinearModel | undefined, buckets: Uint32Array, classes: number) {
  const weights = new Float32Array(buckets.length * classes);
  if (!start) return { weights, bias: new Float32Array(classes), caution: BOLD };
  const rowOf = new Map([...start.buckets].map((bucket, row) => [bucket, row]));
  for (const [row, bucket] of buckets.entries()) {
    const known = rowOf.get(bucket);
    if (known === undefined) continue;
    weights.set(start.weights.subarray(known * classes, (known + 1) * classes), row * classes);
  }
  return { weights, bias: Float32Array.from(start.bias), caution: CAREFUL };
}

/** Adds weight · feature to each class's score. */
export function addScores(
  scores: Float64Array,
  weights: ArrayLike<number>,
  rows: ArrayLike<number>,
  values: ArrayLike<number>,
): void {
  const classes = scores.length;
  for (let f = 0; f < rows.length; f++) {
    const at = (rows[f] as number) * classes;
    const x = values[f] as number;
    for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) + (weights[at + c] as number) * x;
  }
}

/** In place; `temperature` above 1 flattens. */
export function softmax(scores: Float64Array, temperature: number): void {
  let max = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > max) max = score;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    const e = Math.exp(((scores[c] as number) - max) / temperature);
    scores[c] = e;
    sum += e;
  }
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] as number) / sum;
}

function indexFeatures(rows: readonly TrainingRow[]): { buckets: Uint32Array; indexed: Uint32Array[] } {
  const index = new Map<number, number>();
  const indexed = rows.map(({ features }) =>
    features.buckets.map((bucket) => {
      const known = index.get(bucket);
      if (known !== undefined) return known;
      index.set(bucket, index.size);
      return index.size - 1;
    }),
  );
  return { buckets: Uint32Array.from(index.keys()), indexed };
}

function classWeights(rows: readonly TrainingRow[], classes: number): Float64Array {
  const counts = new Float64Array(classes);
  for (const { label } of rows) counts[label] = (counts[label] ?? 0) + 1;
  const mean = rows.length / classes;
  return counts.map((count) => (count === 0 ? 1 : Math.sqrt(mean / count)));
}
