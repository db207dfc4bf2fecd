import type { Language } from '../../../stores/schema.ts';
import type { WriteTool } from '../../../tools/changes/write-tool.ts';
import { approvalLimit } from '../../../tools/policy/approval-limit.ts';
import { ruleText } from '../../../tools/policy/check.ts';
import type { Policy } from '../../../tools/policy/rule.ts';

/** Why a change needs a person. */
export interface ApprovalRule {
  /** What goes back to the customer may be this much without anybody; null: a person always looks at it. */
  above: number | null;
  /** The rule in the shop's words, with its source; null: the shop wrote none. */
  text: Record<Language, string> | null;
}

/** The rule as it is by now. Null: the shop asks for no person any more. */
export function approvalRule(
  { policy, tools }: { policy: Policy; tools: readonly WriteTool[] },
  action: string,
): ApprovalRule | null {
  const tool = tools.find((one) => one.action === action);
  const rule = tool && policy.rules[tool.policy];
  const limit = approvalLimit(policy, action, tool?.policy);
  if (limit === null) return null;
  const [zh, en] = rule ? [ruleText(rule, 'zh'), ruleText(rule, 'en')] : [null, null];
  return {
    above: limit === 0 ? null : limit,
    text: zh === null || en === null ? null : { zh, en },
  };
}
