import { z } from 'zod';

/** One parcel. Times are ISO 8601. */
const shipmentViewSchema = z.object({
  carrier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  status: z.string().nullable(),
  estimatedDelivery: z.string().nullable(),
  events: z.array(z.object({ at: z.string(), place: z.string().nullable(), text: z.string() })),
});

/** When it will likely arrive (ISO 8601), and by what that is judged; left out where nothing tells. */
const arrivalSchema = z
  .object({ from: z.string(), to: z.string(), by: z.enum(['carrier', 'history', 'policy']) })
  .optional();

/** Money is in the shop's currency, in units (not cents). Texts are in the reply's language. */
export const orderCardSchema = z.object({
  type: z.literal('order'),
  id: z.string(),
  status: z.string(),
  statusLabel: z.string(),
  placedAt: z.string(),
  total: z.number(),
  /** Told with the details only: what the items cost, what was taken off and added, how it was paid. */
  itemsTotal: z.number().optional(),
  discount: z.number().optional(),
  shippingFee: z.number().optional(),
  payments: z
    .array(z.object({ method: z.string().nullable(), amount: z.number().nullable(), status: z.string().nullable() }))
    .optional(),
  currency: z.string(),
  items: z.array(
    z.object({
      productId: z.string().nullable(),
      name: z.string(),
      options: z.string().nullable(),
      quantity: z.number(),
      unitPrice: z.number(),
    }),
  ),
  shippingAddress: z.string().nullable(),
  shipments: z.array(shipmentViewSchema),
  arrival: arrivalSchema,
  refunds: z.array(
    z.object({ amount: z.number().nullable(), status: z.string().nullable(), reason: z.string().nullable() }),
  ),
  invoices: z.array(
    z.object({ title: z.string().nullable(), status: z.string().nullable(), amount: z.number().nullable() }),
  ),
});

const shipmentCardSchema = z.object({
  type: z.literal('shipment'),
  orderId: z.string(),
  shipments: z.array(shipmentViewSchema),
  arrival: arrivalSchema,
});

const productViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  category: z.string(),
  description: z.string(),
  price: z.number(),
  currency: z.string(),
  inStock: z.boolean(),
  /** Why it is shown to this customer. */
  reason: z.string().nullable(),
});

const productsCardSchema = z.object({ type: z.literal('products'), products: z.array(productViewSchema) });

/** Products side by side; a row has a value for each of them, in their order. */
const comparisonCardSchema = z.object({
  type: z.literal('comparison'),
  products: z.array(productViewSchema),
  rows: z.array(z.object({ label: z.string(), values: z.array(z.string()), differs: z.boolean() })),
});

export const cardSchema = z.discriminatedUnion('type', [
  orderCardSchema,
  shipmentCardSchema,
  productsCardSchema,
  comparisonCardSchema,
]);

export type Card = z.infer<typeof cardSchema>;
export type OrderCard = z.infer<typeof orderCardSchema>;
export type ShipmentCard = z.infer<typeof shipmentCardSchema>;
export type ArrivalView = NonNullable<ShipmentCard['arrival']>;
export type ShipmentView = z.infer<typeof shipmentViewSchema>;
export type ProductsCard = z.infer<typeof productsCardSchema>;
export type ComparisonCard = z.infer<typeof comparisonCardSchema>;
export type ProductView = ProductsCard['products'][number];
