/** A step of the log of promotions, oldest first; version null is version 0. */
export interface PromotionStep {
  version: number | null;
  action: 'promote' | 'rollback';
}

/** The versions that a rollback would come back to, the one at work last; never empty, version 0 is at the bottom. */
export function promotionStack(steps: readonly PromotionStep[]): number[] {
  const stack = [0];
  for (const { version, action } of steps) {
    if (action === 'promote') stack.push(version ?? 0);
    else if (stack.length > 1) stack.pop();
  }
  return stack;
}
