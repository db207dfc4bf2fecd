import type { z } from 'zod';
import type { Order } from '../stores/orders.ts';
import type { Language } from '../stores/schema.ts';
import type { PolicyAction } from './policy.ts';

/** How amounts and times are shown. */
export interface ShopView {
  language: Language;
  currency: string;
  timeZone: string;
}

/** One line of a change as the customer confirms it. */
export interface FieldChange {
  field: string;
  from: string | null;
  to: string | null;
}

/** The columns of an order that a write may set. */
export type OrderPatch = Partial<Pick<Order, 'status' | 'shipping_address' | 'refunds' | 'invoices' | 'extra'>>;

/**
 * A tool that changes an order. It never runs by itself: {@link describe} is shown to the customer, and only their
 * yes to that confirmation lets {@link patch} be stored (tools/settle-confirmation.ts).
 */
export interface WriteTool<Schema extends z.ZodObject = z.ZodObject> {
  action: string;
  policy: PolicyAction;
  schema: Schema;
  /** Undefined: the arguments change nothing. */
  describe(
    order: Order,
    args: z.output<Schema>,
    view: ShopView,
  ): { summary: string; changes: FieldChange[] } | undefined;
  patch(order: Order, args: z.output<Schema>, now: Date): OrderPatch;
  /** What to tell when it is done. */
  done(order: Order, args: z.output<Schema>, view: ShopView): string;
}
