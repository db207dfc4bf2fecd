import type { Order } from '../../stores/orders.ts';
import type { OrderPatch, ShopView } from '../changes/write-tool.ts';

export interface SettleRequest {
  confirmationId: string;
  conversationId: string;
  /** From the token: nobody else's confirmation can be settled. */
  customerId: string;
  approve: boolean;
  now: Date;
  view: ShopView;
  /** Set when a person at the desk approved it. */
  approvedBy?: string;
}

/** What became of a confirmation. */
export type Settled =
  /** `repeated`: an earlier try did it. */
  | { outcome: 'done'; action: string; text: string; order: Order | null; repeated: boolean }
  | { outcome: 'rejected'; action: string }
  /** The shop's rules or the order's state changed since it was asked. */
  | { outcome: 'refused'; action: string; rule: string | null }
  /** A person has to approve it. */
  | { outcome: 'awaiting_approval'; action: string; orderId: string | null }
  /**
   * The shop's system did not do it, or (`inDoubt`) did not say whether it did and is asked again. Where nothing was
   * sent a yes may try again.
   */
  | { outcome: 'unavailable'; action: string; refused: boolean; inDoubt: boolean }
  /** A no came after the yes had gone to the shop's system, whose answer is not known. */
  | { outcome: 'in_doubt'; action: string }
  | { outcome: 'expired' | 'missing' };

/** A change as the shop's own system is to carry it out. */
export interface CarryOut {
  /** The idempotency key: the same for every try. */
  confirmationId: string;
  customerId: string;
  action: string;
  args: Record<string, unknown>;
  order: Order | null;
  patch: OrderPatch;
}
