import type { FindOrdersTool } from '../../tools/find-orders.ts';
import type { VariantOptions } from '../../tools/order-card.ts';
import type { OrderDetailsTool } from '../../tools/order-details.ts';
import type { ReadOrderFacts } from '../../tools/order-facts.ts';
import type { Policy } from '../../tools/policy/rule.ts';
import type { TrackShipmentTool } from '../../tools/track-shipment.ts';
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
