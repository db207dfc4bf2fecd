import type { Reply } from '../harness/shop-target.ts';
import type { SimGoal } from './sim-goal.ts';

/** What the customer says next to a reply (none yet: the first message); undefined: they leave. */
export interface SimCustomer {
  next(reply: Reply | undefined): Promise<string | undefined>;
}

export interface Turn {
  said: string;
  reply: Reply;
}

/** A change that was put to the customer is wanted: what they said yes to, as far as can be seen from outside. */
export const wanted = (goal: SimGoal, reply: Reply): boolean =>
  reply.confirmation !== null && (goal.fits?.(reply.confirmation) ?? false);
