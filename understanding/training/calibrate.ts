import type { HeldOutRow } from './cross-validate.ts';
import { softmax } from './fit.ts';

/** A held-out row's most probable class and its probability. */
export interface Prediction {
  row: HeldOutRow;
  said: number;
  confidence: number;
  /** Of every class. */
  probabilities: Float64Array;
}

/** The temperature with the least log loss on held-out rows (Guo et al., ICML 2017), by golden-section search. */
export function fitTemperature(rows: readonly HeldOutRow[]): number {
  const loss = (temperature: number): number => {
    let sum = 0;
    for (const { scores, label } of rows) {
      const p = Float64Array.from(scores);
      softmax(p, temperature);
      sum -= Math.log(Math.max(1e-12, p[label] ?? 0));
    }
    return sum;
  };
  const ratio = (Math.sqrt(5) - 1) / 2;
  let low = 0.2;
  let high = 5;
  for (let i = 0; i < 30; i++) {
    const a = high - ratio * (high - low);
    const b = low + ratio * (high - low);
    if (loss(a) < loss(b)) high = b;
    else low = a;
  }
  return (low + high) / 2;
}

/** What the calibrated model says of each held-out row. */
export function predict(rows: readonly HeldOutRow[], temperature: number): Prediction[] {
  return rows.map((row) => {
    const p = Float64Array.from(row.scores);
    softmax(p, temperature);
    let said = 0;
    for (let c = 1; c < p.length; c++) if ((p[c] ?? 0) > (p[said] ?? 0)) said = c;
    return { row, said, confidence: p[said] ?? 0, probabilities: p };
  });
}

/** The confidence below which `share` of the right answers fall: what a rejection may cost. */
export function chooseThreshold(predictions: readonly Prediction[], share: number): number {
  const right = predictions
    .filter(({ row, said }) => row.label === said)
    .map(({ confidence }) => confidence)
    .sort((a, b) => a - b);
  return right[Math.floor(right.length * share)] ?? 0;
}

/** The probability of being outside (classes marked in `outside`) that `share` of what is inside reaches. */
export function chooseDoubt(predictions: readonly Prediction[], outside: readonly boolean[], share: number): number {
  const reached = predictions
    .filter(({ row }) => !outside[row.label])
    .map(({ probabilities }) => probabilities.reduce((sum, p, c) => (outside[c] ? sum + p : sum), 0))
    .sort((a, b) => b - a);
  return reached[Math.floor(reached.length * share)] ?? 1;
}

/** Mean gap between confidence and accuracy over ten equal bins, weighted by their rows. */
export function calibrationError(predictions: readonly Prediction[]): number {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, right: 0, confidence: 0 }));
  for (const { row, said, confidence } of predictions) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    if (!bin) continue;
    bin.count++;
    bin.confidence += confidence;
    if (row.label === said) bin.right++;
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0) / Math.max(1, predictions.length);
}
