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

/** Logistic regression with L2 penalty by gradient descent with momentum; `signs` holds a weight at or above (1) or below (-1) zero. */
export function fitLogistic(samples: Sample[], signs: number[], options: { l2?: number; steps?: number } = {}): Fit {
  const { l2 = 0.002, steps = 6_000 } = options;
  const size = signs.length;
  const fit: Fit = { bias: 0, weights: new Array(size).fill(0) };
  const speed = new Array(size + 1).fill(0);
  const total = samples.reduce((sum, sample) => sum + sample.weight, 0);
  for (let step = 0; step < steps; step++) {
    const gradient = new Array(size + 1).fill(0);
    for (const { x, y, weight } of samples) {
      const error = ((probability(fit, x) - y) * weight) / total;
      for (let i = 0; i < size; i++) gradient[i] += error * (x[i] ?? 0);
      gradient[size] += error;
    }
    for (let i = 0; i < size; i++) {
      speed[i] = 0.9 * speed[i] - 0.5 * (gradient[i] + l2 * (fit.weights[i] ?? 0));
      const next = (fit.weights[i] ?? 0) + speed[i];
      const sign = signs[i] ?? 0;
      fit.weights[i] = sign > 0 ? Math.max(0, next) : sign < 0 ? Math.min(0, next) : next;
    }
    speed[size] = 0.9 * speed[size] - 0.5 * gradient[size];
    fit.bias += speed[size];
  }
  return fit;
}
