import type { LocalText, OrderStatus } from '../../stores/schema.ts';
import { BEFORE_DISPATCH } from '../orders/order-status.ts';

export const POLICY_ACTIONS = [
  'cancel',
  'change_address',
  'change_items',
  'change_payment',
  'return',
  'exchange',
  'invoice',
  'invoice_title',
  'urge',
  'price_protection',
  'undo',
] as const;
export type PolicyAction = (typeof POLICY_ACTIONS)[number];

/** From when a limit counts; `changed`: the ledger's time of a change. What an order does not tell counts from when it was placed. */
export type CountsFrom = 'placed' | 'paid' | 'delivered' | 'issued' | 'changed';

/** What an order may not hold, or only where something is true of the goods ("opened"). */
export interface Exclusion {
  names: string[];
  /** Undefined: never. */
  when?: string;
  reason: LocalText | null;
}

export interface Fee {
  amount: number;
  /** Share of the order's total, 0 to 1. */
  share: number;
}

export type Payer = 'customer' | 'shop';

/** Who pays for sending things back, without a reason and where they are at fault; null: the shop does not say. */
export interface ShippingPaidBy {
  noReason: Payer | null;
  fault: Payer | null;
}

/** A rule as the shop wrote it. */
export interface RuleInWords {
  text: LocalText | null;
  /** Document and section that the rule stands in. */
  source: { document: LocalText; section: LocalText | null } | null;
}

/** What a shop writes of besides what may be changed. */
export type Term = 'delivery' | 'warranty' | 'payment';

/** What a shop allows of one kind of change. */
export interface PolicyRule extends RuleInWords {
  /** False: the shop's file has no such rule. A careful default bounds what is done, and is told to nobody as the shop's. */
  stated: boolean;
  /** False: not by the customer, a person sees to it. */
  allowed: boolean;
  allowedStatuses: string[];
  /** Days counted from `from`; null: no limit. */
  days: number | null;
  from: CountsFrom;
  /** A longer limit for goods that are at fault; null: the same. */
  faultDays: number | null;
  /** Only for goods at fault. */
  onlyFaulty: boolean;
  /** "unused": said when the customer confirms. */
  condition: LocalText | null;
  fee: Fee;
  shippingPaidBy: ShippingPaidBy | null;
  excluded: Exclusion[];
  /** Reasons of which the customer must give one; empty: none needed. */
  reasons: LocalText[];
  /** A person approves it: always, or above this amount; null: never. */
  approvalAbove: number | null;
}

/** What the shop allows, per action. `notUnderstood` names what was read but fits nothing. */
export interface Policy {
  rules: Record<PolicyAction, PolicyRule>;
  /** When and where refunds are paid, in the shop's words; null: it says nothing. */
  refund: RuleInWords | null;
  /** What the file says of these for customers to read; nothing is checked against it. */
  terms: Partial<Record<Term, RuleInWords>>;
  /** The actions that can be carried out; undefined: all. A shop's own system may have no call for some. */
  carriedOut?: ReadonlySet<string> | undefined;
  /** The actions that a person approves whatever their rule says. */
  approvalFor?: ReadonlySet<string> | undefined;
  /** How long a customer may think about a change that is put to them, ms. */
  confirmWithinMs: number;
  notUnderstood: string[];
}

export const CONFIRM_WITHIN_MS = 15 * 60_000;

const ARRIVED: OrderStatus[] = ['delivered', 'completed'];
const PAID: OrderStatus[] = ['paid', 'processing', 'shipped', 'delivered', 'completed'];
const NOT_STARTED: OrderStatus[] = ['pending', 'paid'];

const rule = (allowedStatuses: OrderStatus[], days: number | null, from: CountsFrom = 'placed'): PolicyRule => ({
  stated: false,
  allowed: true,
  allowedStatuses,
  days,
  from,
  faultDays: null,
  onlyFaulty: false,
  condition: null,
  fee: { amount: 0, share: 0 },
  shippingPaidBy: null,
  excluded: [],
  reasons: [],
  approvalAbove: null,
  text: null,
  source: null,
});

/** What holds where a shop says nothing. Giving money back for a price that fell is a promise: only where it is made. */
export const DEFAULT_RULES: Record<PolicyAction, PolicyRule> = {
  cancel: rule([...BEFORE_DISPATCH], null),
  change_address: rule([...BEFORE_DISPATCH], null),
  change_items: rule(NOT_STARTED, null),
  change_payment: rule(['pending'], null),
  return: rule(ARRIVED, 7, 'delivered'),
  exchange: rule(ARRIVED, 7, 'delivered'),
  invoice: rule(PAID, null),
  invoice_title: rule(PAID, 30, 'issued'),
  urge: rule(['paid', 'processing', 'shipped'], null),
  price_protection: { ...rule(PAID, 7, 'paid'), allowed: false },
  undo: rule([...BEFORE_DISPATCH, ...ARRIVED], 1 / 48, 'changed'),
};
