import type { LinearModel } from './fit.ts';

/** Keeps the `keep` rows with the largest weights and stores each as signed bytes with its own scale. */
export function quantise(
  model: LinearModel,
  keep: number,
): { buckets: Uint32Array; scales: Float32Array; bytes: Int8Array } {
  const { classes, weights } = model;
  const largest = Float32Array.from(model.buckets, (_, row) => {
    let max = 0;
    for (let c = 0; c < classes; c++) max = Math.max(max, Math.abs(weights[row * classes + c] ?? 0));
    return max;
  });
  const kept = [...largest.keys()]
    .sort((a, b) => (largest[b] ?? 0) - (largest[a] ?? 0))
    .slice(0, keep)
    .sort((a, b) => (model.buckets[a] ?? 0) - (model.buckets[b] ?? 0));
  const buckets = Uint32Array.from(kept, (row) => model.buckets[row] ?? 0);
  const scales = Float32Array.from(kept, (row) => (largest[row] ?? 0) / 127 || 1);
  const bytes = new Int8Array(kept.length * classes);
  kept.forEach((row, i) => {
    for (let c = 0; c < classes; c++)
      bytes[i * classes + c] = Math.round((weights[row * classes + c] ?? 0) / (scales[i] ?? 1));
  });
  return { buckets, scales, bytes };
}
