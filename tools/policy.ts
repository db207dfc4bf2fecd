import { z } from 'zod';
import { localText } from '../stores/local-text.ts';
import type { Order } from '../stores/orders.ts';
import type { Language, LocalText, OrderStatus } from '../stores/schema.ts';

const localTextSchema = z.union([z.string(), z.object({ zh: z.string().optional(), en: z.string().optional() })]);

/** One rule of policy.json. What a shop leaves out is filled from {@link DEFAULTS}; more fields are ignored. */
const ruleSchema = z.object({
  allowedStatuses: z.array(z.string()).optional(),
  within: z
    .object({ days: z.number().optional(), hours: z.number().optional(), from: z.string().optional() })
    .nullish(),
  text: localTextSchema.optional(),
});

export type PolicyAction = 'cancel' | 'change_address' | 'return' | 'invoice';

const DEFAULTS: Record<PolicyAction, { allowedStatuses: OrderStatus[]; days: number | null }> = {
  cancel: { allowedStatuses: ['pending', 'paid', 'processing'], days: null },
  change_address: { allowedStatuses: ['pending', 'paid', 'processing'], days: null },
  return: { allowedStatuses: ['delivered', 'completed'], days: 7 },
  invoice: { allowedStatuses: ['paid', 'processing', 'shipped', 'delivered', 'completed'], days: null },
};

export interface PolicyRule {
  allowedStatuses: string[];
  /** Days counted from `from`; null: no limit. */
  days: number | null;
  from: 'placed' | 'delivered';
  text: LocalText | null;
}

/** What the shop allows, per action. */
export type Policy = Record<PolicyAction, PolicyRule>;

/** Reads policy.json of any shop; what it does not say falls back to careful defaults. */
export function parsePolicy(value: unknown): Policy {
  const file = z.record(z.string(), z.unknown()).catch({}).parse(value);
  const rule = (action: PolicyAction): PolicyRule => {
    const parsed = ruleSchema.safeParse(file[action]);
    const fallback = DEFAULTS[action];
    if (!parsed.success)
      return { allowedStatuses: fallback.allowedStatuses, days: fallback.days, from: 'delivered', text: null };
    const { within } = parsed.data;
    const days = within?.days ?? (within?.hours === undefined ? undefined : within.hours / 24);
    return {
      allowedStatuses: parsed.data.allowedStatuses ?? fallback.allowedStatuses,
      days: days ?? (within === null ? null : fallback.days),
      from: within?.from === undefined || within.from === 'delivered' ? 'delivered' : 'placed',
      text: parsed.data.text ?? null,
    };
  };
  return {
    cancel: rule('cancel'),
    change_address: rule('change_address'),
    return: rule('return'),
    invoice: rule('invoice'),
  };
}

/** When the last parcel arrived, by its events; undefined when nothing tells. */
export function deliveredAt(order: Order): Date | undefined {
  const eventSchema = z.object({
    status: z.string().nullish(),
    events: z.array(z.object({ at: z.string() })).catch([]),
  });
  const times = order.shipments.flatMap((shipment) => {
    const parsed = eventSchema.safeParse(shipment);
    const last =
      parsed.success && parsed.data.status === 'delivered'
        ? parsed.data.events
            .map((event) => event.at)
            .sort()
            .at(-1)
        : undefined;
    return last ? [new Date(last)] : [];
  });
  return times.sort((a, b) => b.getTime() - a.getTime())[0];
}

export type Verdict = { allowed: true } | { allowed: false; because: 'status' | 'too_late'; rule: string | null };

/** May this be done to this order now? */
export function checkPolicy(
  policy: Policy,
  action: PolicyAction,
  order: Order,
  now: Date,
  language: Language,
): Verdict {
  const rule = policy[action];
  const text = rule.text === null ? null : localText(rule.text, language);
  if (!rule.allowedStatuses.includes(order.status)) return { allowed: false, because: 'status', rule: text };
  if (rule.days !== null) {
    const placed = new Date(order.placed_at);
    const since = rule.from === 'delivered' ? (deliveredAt(order) ?? placed) : placed;
    if (now.getTime() - since.getTime() > rule.days * 86_400_000)
      return { allowed: false, because: 'too_late', rule: text };
  }
  return { allowed: true };
}
