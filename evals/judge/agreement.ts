/** How often two labellers say the same, and how far that goes beyond chance (Cohen's kappa; 1 where both only ever say one thing). */
export function agreement(pairs: readonly (readonly [a: string, b: string])[]): { share: number; kappa: number } {
  if (pairs.length === 0) return { share: 1, kappa: 1 };
  const share = pairs.filter(([a, b]) => a === b).length / pairs.length;
  const labels = new Set(pairs.flat());
  const frequency = (label: string, side: 0 | 1) => pairs.filter((pair) => pair[side] === label).length / pairs.length;
  const chance = [...labels].reduce((sum, label) => sum + frequency(label, 0) * frequency(label, 1), 0);
  return { share, kappa: chance === 1 ? 1 : (share - chance) / (1 - chance) };
}
