export interface Prediction {
  /** Predicted probability. */
  p: number;
  /** What came true. */
  y: boolean;
}

export interface Bin {
  from: number;
  count: number;
  /** Mean prediction and share that came true; 0 in an empty bin. */
  predicted: number;
  observed: number;
}

export interface Calibration {
  brier: number;
  ece: number;
  bins: Bin[];
}

const BINS = 10;

/** Brier score, expected calibration error over ten bins of equal width (Guo et al., ICML 2017), and the bins. */
export function calibration(predictions: Prediction[]): Calibration {
  const n = predictions.length || 1;
  const brier = predictions.reduce((sum, { p, y }) => sum + (p - (y ? 1 : 0)) ** 2, 0) / n;
  const bins = Array.from({ length: BINS }, (_, i): Bin => {
    const within = predictions.filter(({ p }) => Math.min(BINS - 1, Math.floor(p * BINS)) === i);
    const count = within.length;
    return {
      from: i / BINS,
      count,
      predicted: within.reduce((sum, { p }) => sum + p, 0) / (count || 1),
      observed: within.filter(({ y }) => y).length / (count || 1),
    };
  });
  const ece = bins.reduce(
    (sum, { count, predicted, observed }) => sum + (count / n) * Math.abs(predicted - observed),
    0,
  );
  return { brier, ece, bins };
}
