/** A change that the customer said yes to. */
export interface ShopChange {
  /** The idempotency key: the same for every try. */
  confirmationId: string;
  customerId: string;
  action: string;
  args: Record<string, unknown>;
  order: { id: string } | null;
}
