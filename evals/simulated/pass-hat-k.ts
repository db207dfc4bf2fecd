/**
 * pass^k (τ-bench, Yao et al. 2024): the chance that k trials of one task all succeed, unbiased from the `passed` of
 * `trials` that did. Undefined when there were fewer than k.
 */
export function passHatK(task: { passed: number; trials: number }, k: number): number | undefined {
  if (task.trials < k) return undefined;
  let chance = 1;
  for (let i = 0; i < k; i++) chance *= Math.max(0, task.passed - i) / (task.trials - i);
  return chance;
}

/** The mean over tasks that have k trials; undefined when none has. */
export function meanPassHatK(tasks: ReadonlyArray<{ passed: number; trials: number }>, k: number): number | undefined {
  const each = tasks.flatMap((task) => passHatK(task, k) ?? []);
  return each.length === 0 ? undefined : each.reduce((sum, one) => sum + one, 0) / each.length;
}
