import type { Created, Timestamp } from './columns.ts';

/** Counts of who bought what (stores/purchases.ts), and what customers did with the cards that they were shown. */
export interface RecommendationTables {
  customer_products: { customer_id: string; product_id: string };
  product_buyers: { product_id: string; buyers: number };
  product_pairs: { left_id: string; right_id: string; buyers: number };
  purchases_changed: { customer_id: string; changed_at: Timestamp };
  card_events: {
    conversation_id: string;
    message_id: string;
    product_id: string;
    kind: 'shown' | 'clicked' | 'added';
    owner_kind: 'customer' | 'visitor';
    owner_id: string;
    created_at: Created;
  };
}
