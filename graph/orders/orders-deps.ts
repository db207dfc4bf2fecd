import type { ReadOrderFacts } from '../../tools/changes/order-facts.ts';
import type { FindOrdersTool } from '../../tools/orders/find-orders.ts';
import type { VariantOptions } from '../../tools/orders/order-card.ts';
import type { OrderDetailsTool } from '../../tools/orders/order-details.ts';
import type { TrackShipmentTool } from '../../tools/orders/track-shipment.ts';
import type { Policy } from '../../tools/policy/rule.ts';
import type { VisitorLookup } from '../../tools/visitors/visitor-lookup.ts';
import type { ShopProfile } from '../shop.ts';

/** What reads and changes customers' orders. */
export interface OrdersDeps {
  findOrders: FindOrdersTool;
  trackShipment: TrackShipmentTool;
  orderDetails: OrderDetailsTool;
  policy: Policy;
  orderFacts: ReadOrderFacts;
  visitorLookup: VisitorLookup;
  shop: ShopProfile;
  options: VariantOptions;
}
