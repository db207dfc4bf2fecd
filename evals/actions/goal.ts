import { z } from 'zod';

/** What a customer has in mind about one change: how to ask, what to answer, and what to say yes to. */
export interface Goal {
  ask: string;
  /** What answers a question after the given slot. */
  answers: Record<string, string[]>;
  fits(action: string, args: Record<string, unknown>): boolean;
}

export const swapArgs = z.object({
  items: z.array(z.object({ variantId: z.string(), toVariantId: z.string() })),
  paymentMethodId: z.string().optional(),
});
/** No items: the whole order. */
export const returnArgs = z.object({
  items: z.array(z.object({ variantId: z.string() })).optional(),
  refundTo: z.string().optional(),
});
export const proposedItems = z.object({
  items: z
    .array(
      z.object({ line: z.number().optional(), variantId: z.string().optional(), toVariantId: z.string().optional() }),
    )
    .optional(),
  paymentMethodId: z.string().optional(),
  refundTo: z.string().optional(),
});

/** The same things, in whatever order. */
export const same = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join() === [...b].sort().join();

export const addressText = (address: unknown): string =>
  typeof address === 'string'
    ? address
    : Object.values(z.record(z.string(), z.string()).parse(address)).filter(Boolean).join(', ');
