import { z } from 'zod';
import { localText } from '../../stores/local-text.ts';
import type { Order } from '../../stores/orders.ts';
import type { Language } from '../../stores/schema.ts';
import { deliveredAt } from './delivered-at.ts';
import type { CountsFrom, Policy, PolicyAction, PolicyRule } from './rule.ts';

/** `unstated`: only a careful default stands against it, no rule of the shop's; a person decides. */
export type Refused = 'status' | 'too_late' | 'not_offered' | 'only_faulty' | 'excluded' | 'unstated';
export type Verdict = { allowed: true } | { allowed: false; because: Refused; rule: string | null };

/** What else a rule looks at besides order and time. */
export interface Circumstances {
  /** The goods are at fault. */
  fault?: boolean | undefined;
}

/** Whether there is anybody to carry an action out: what can't be done is not proposed. */
export const isCarriedOut = ({ carriedOut }: Pick<Policy, 'carriedOut'>, action: string): boolean =>
  carriedOut?.has(action) ?? true;

const DAY_MS = 86_400_000;

/** May this be done to this order now? A refusal says the shop's rule and where it stands. */
export function checkPolicy(
  policy: Policy,
  action: PolicyAction,
  order: Order,
  now: Date,
  language: Language,
  circumstances: Circumstances = {},
): Verdict {
  const rule = policy.rules[action];
  const refuse = (because: Refused): Verdict => ({ allowed: false, because, rule: ruleText(rule, language) });
  if (!rule.allowed) return refuse('not_offered');
  if (!rule.allowedStatuses.includes(order.status)) return refuse('status');
  const days = circumstances.fault && rule.faultDays !== null ? rule.faultDays : rule.days;
  if (days !== null && rule.from !== 'changed' && now.getTime() - since(order, rule.from).getTime() > days * DAY_MS)
    return refuse(rule.stated ? 'too_late' : 'unstated');
  if (rule.onlyFaulty && circumstances.fault !== true) return refuse('only_faulty');
  return { allowed: true };
}

/** The rule in the shop's words, with its source; null: the shop wrote none. */
export function ruleText(rule: PolicyRule, language: Language): string | null {
  if (rule.text === null) return null;
  const text = localText(rule.text, language);
  if (!rule.source) return text;
  const document = localText(rule.source.document, language);
  const section = rule.source.section ? localText(rule.source.section, language) : '';
  return language === 'zh'
    ? `${text}（见《${document}》${section}）`
    : `${text} (${[document, section].filter(Boolean).join(', ')})`;
}

const timed = z.object({ at: z.string().nullish(), issuedAt: z.string().nullish(), status: z.string().nullish() });
const FAILED = /fail|refund/i;

function since(order: Order, from: CountsFrom): Date {
  const placed = new Date(order.placed_at);
  if (from === 'delivered') return deliveredAt(order) ?? placed;
  const entries = from === 'paid' ? order.payments : from === 'issued' ? order.invoices : [];
  const times = entries.flatMap((entry) => {
    const read = timed.safeParse(entry);
    const at = read.success && !FAILED.test(read.data.status ?? '') ? (read.data.issuedAt ?? read.data.at) : undefined;
    const date = at ? new Date(at) : undefined;
    return date && !Number.isNaN(date.getTime()) ? [date] : [];
  });
  return times.at(-1) ?? placed;
}
