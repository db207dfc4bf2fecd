import type { Policy, PolicyAction } from './rule.ts';

/**
 * What a change may give back to the customer, in the shop's currency, without a person's approval. 0: a person looks
 * at every such change; null: nobody has to. `rule` is the action's part of the policy, where it has one.
 */
export const approvalLimit = (policy: Policy, action: string, rule: PolicyAction | undefined): number | null => {
  if (policy.approvalFor?.has(action)) return 0;
  return rule === undefined ? null : policy.rules[rule].approvalAbove;
};
