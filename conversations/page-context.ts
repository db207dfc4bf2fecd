import { z } from 'zod';

const idSchema = z.string().min(1).max(64);

/** What the customer has before them on the shop's page; sent with a message by the shop, trusted for nothing. */
export const pageContextSchema = z.object({
  productId: idSchema.optional(),
  basket: z
    .array(
      z.object({
        productId: idSchema,
        variantId: idSchema.optional(),
        quantity: z.number().int().min(1).max(9_999).default(1),
      }),
    )
    .max(50)
    .optional(),
});
