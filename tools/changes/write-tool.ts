import type { z } from 'zod';
import type { Order, OrderItem } from '../../stores/orders.ts';
import type { Product } from '../../stores/products.ts';
import type { Language } from '../../stores/schema.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { PaymentMethod } from '../orders/payment-methods.ts';
import type { Policy, PolicyAction } from '../policy/rule.ts';

/** How amounts and times are shown. */
export interface ShopView {
  language: Language;
  currency: string;
  timeZone: string;
}

/** What a write may look at besides the order: read anew for the proposal and again when it is settled. */
export interface OrderFacts {
  /** The catalogue's rows of what the order holds. */
  products: Product[];
  paymentMethods: PaymentMethod[];
  addresses: unknown[];
  /** The customer's latest change of this order that was not taken back. */
  lastChange: LedgerEntry | null;
}

export interface WriteView extends ShopView, OrderFacts {
  policy: Policy;
  now: Date;
}

/** One line of a change as the customer confirms it. */
export interface FieldChange {
  field: string;
  from: string | null;
  to: string | null;
  /** Set where it is money: what the shop keeps, what the customer gets back, what they have to pay. */
  kind?: 'fee' | 'refund' | 'charge';
}

/** What a write may set: columns of the order, its lines, and the customer's addresses and ways to pay. */
export type OrderPatch = Partial<
  Pick<Order, 'status' | 'shipping_address' | 'refunds' | 'invoices' | 'payments' | 'total' | 'extra'>
> & { items?: OrderItem[]; addresses?: unknown[]; paymentMethods?: Array<Record<string, unknown>> };

/** A change as it is put to the customer. */
export interface Described {
  summary: string;
  changes: FieldChange[];
  /** Money that goes back to the customer, in the shop's currency: above the shop's limit a person approves it. */
  refund?: number;
}

/** Why the change can't be made as it was asked for. */
export interface RefusedChange {
  refused: string;
}

/**
 * A tool that changes an order. It never runs by itself: {@link describe} is shown to the customer, and only their
 * yes to that confirmation lets {@link patch} be stored (tools/settle-confirmation.ts).
 */
export interface WriteTool<Schema extends z.ZodObject = z.ZodObject> {
  action: string;
  policy: PolicyAction;
  description: string;
  schema: Schema;
  /** Undefined: the arguments change nothing. */
  describe(order: Order, args: z.output<Schema>, view: WriteView): Described | RefusedChange | undefined;
  patch(order: Order, args: z.output<Schema>, view: WriteView): OrderPatch;
  /** What to tell when it is done. */
  done(order: Order, args: z.output<Schema>, view: ShopView): string;
}
