import { z } from 'zod';

export const languageSchema = z.enum(['zh', 'en']);
export const conversationStatusSchema = z.enum(['bot', 'waiting', 'human', 'closed']);
export const routeSchema = z.enum(['knowledge', 'order', 'recommend', 'clarify', 'escalate', 'smalltalk', 'decline']);

/** A claim's source. `page` counts from 1; null where the source has no pages. `marker` is the [n] in the text. */
export const citationSchema = z.object({
  marker: z.number().int().optional(),
  documentId: z.string(),
  title: z.string(),
  page: z.number().int().nullable(),
  quote: z.string(),
});

/** One parcel. Times are ISO 8601. */
export const shipmentViewSchema = z.object({
  carrier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  status: z.string().nullable(),
  estimatedDelivery: z.string().nullable(),
  events: z.array(z.object({ at: z.string(), place: z.string().nullable(), text: z.string() })),
});

/** Money is in the shop's currency, in units (not cents). Texts are in the reply's language. */
export const orderCardSchema = z.object({
  type: z.literal('order'),
  id: z.string(),
  status: z.string(),
  statusLabel: z.string(),
  placedAt: z.string(),
  total: z.number(),
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
  refunds: z.array(
    z.object({ amount: z.number().nullable(), status: z.string().nullable(), reason: z.string().nullable() }),
  ),
  invoices: z.array(
    z.object({ title: z.string().nullable(), status: z.string().nullable(), amount: z.number().nullable() }),
  ),
});

export const shipmentCardSchema = z.object({
  type: z.literal('shipment'),
  orderId: z.string(),
  shipments: z.array(shipmentViewSchema),
});

export const productsCardSchema = z.object({
  type: z.literal('products'),
  products: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      category: z.string(),
      description: z.string(),
      price: z.number(),
      currency: z.string(),
      inStock: z.boolean(),
      /** Why it is shown to this customer. */
      reason: z.string().nullable(),
    }),
  ),
});

export const cardSchema = z.discriminatedUnion('type', [orderCardSchema, shipmentCardSchema, productsCardSchema]);

export const confirmationSchema = z.object({
  id: z.string(),
  action: z.string(),
  summary: z.string(),
  changes: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
  expiresAt: z.string(),
});

/** A turn as one object: the JSON answer of POST /api/chat, and what is stored as a reply's body. */
export const turnResultSchema = z.object({
  conversationId: z.string(),
  /** The reply's id; null while a person has the conversation and no bot reply was written. */
  messageId: z.string().nullable(),
  status: conversationStatusSchema,
  route: routeSchema,
  routes: z.array(routeSchema),
  intent: z.string(),
  confidence: z.number(),
  language: languageSchema,
  text: z.string(),
  citations: z.array(citationSchema),
  cards: z.array(cardSchema),
  confirmation: confirmationSchema.nullable(),
  /** Short texts the customer may press instead of typing. */
  quickReplies: z.array(z.string()),
  engine: z.string(),
  degraded: z.boolean(),
});

export type Citation = z.infer<typeof citationSchema>;
export type Card = z.infer<typeof cardSchema>;
export type OrderCard = z.infer<typeof orderCardSchema>;
export type ShipmentView = z.infer<typeof shipmentViewSchema>;
export type ProductsCard = z.infer<typeof productsCardSchema>;
export type ConfirmationView = z.infer<typeof confirmationSchema>;
export type TurnResult = z.infer<typeof turnResultSchema>;
