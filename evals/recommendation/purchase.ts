/** An order as far as recommendation is concerned. */
export interface Purchase {
  id: string;
  customerId: string;
  placedAt: string;
  productIds: string[];
}

export interface ShopOfPurchases {
  products: { id: string; name: unknown; category: unknown; attributes: Record<string, unknown> }[];
  purchases: Purchase[];
}
