export interface Sample {
  x: number[];
  y: 0 | 1;
  weight: number;
}

export interface Fit {
  bias: number;
  weights: number[];
}

export const probability = (fit: Fit, x: number[]): number =>
  1 / (1 + Math.exp(-(fit.bias + x.reduce((sum, value, i) => sum + value * (fit.weights[i] ?? 0), 0))));

/** Means and standard deviations of each feature; 1 for one that never varies. */
function scalesOf(samples: Sample[], size: number): { mean: number[]; deviation: number[] } {
  const total = samples.reduce((sum, { weight }) => sum + weight, 0);
  const average = (of: (sample: Sample) => number) =>
    samples.reduce((sum, sample) => sum + sample.weight * of(sample), 0) / total;
  const mean = Array.from({ length: size }, (_, i) => average(({ x }) => x[i] ?? 0));
  const deviation = mean.map((middle, i) => Math.sqrt(average(({ x }) => ((x[i] ?? 0) - middle) ** 2)) || 1);
  return { mean, deviation };
}

/**
 * Logistic regression on standardised features with L2 penalty, by gradient descent with momentum; `signs` holds a
 * weight at or above (1) or below (-1) zero. The weights are those of the features as they are.
 */
export function fitLogistic(samples: Sample[], signs: number[], options: { l2?: number; steps?: number } = {}): Fit {
  const { l2 = 0.002, steps = 1_000 } = options;
  const size = signs.length;
  const { mean, deviation } = scalesOf(samples, size);
  const total = samples.reduce((sum, sample) => sum + sample.weight, 0);
  const scaled = samples.map(({ x, y, weight }) => ({
    x: mean.map((middle, i) => ((x[i] ?? 0) - middle) / (deviation[i] ?? 1)),
    y,
    weight: weight / total,
  }));
  const fit: Fit = { bias: 0, weights: new Array(size).fill(0) };
  const speed = new Array(size + 1).fill(0);
  for (let step = 0; step < steps; step++) {
    const gradient = new Array(size + 1).fill(0);
    for (const { x, y, weight } of scaled) {
      const error = (probability(fit, x) - y) * weight;
      for (let i = 0; i < size; i++) gradient[i] += error * (x[i] ?? 0);
      gradient[size] += error;
    }
    for (let i = 0; i < size; i++) {
      speed[i] = 0.9 * speed[i] - 0.1 * (gradient[i] + l2 * (fit.weights[i] ?? 0));
      const next = (fit.weights[i] ?? 0) + speed[i];
      const sign = signs[i] ?? 0;
      fit.weights[i] = sign > 0 ? Math.max(0, next) : sign < 0 ? Math.min(0, next) : next;
    }
    speed[size] = 0.9 * speed[size] - 0.1 * gradient[size];
    fit.bias += speed[size];
  }
  const weights = fit.weights.map((weight, i) => weight / (deviation[i] ?? 1));
  return { bias: fit.bias - weights.reduce((sum, weight, i) => sum + weight * (mean[i] ?? 0), 0), weights };
}
