import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { TurnResult } from '../../graph/turn-result.ts';
import { faultsOf } from './check-reply.ts';
import type { Conversation } from './conversation.ts';
import type { ShopInProcess } from './shop-in-process.ts';

export const SHOP_DIRS: Record<Conversation['shop'], string> = {
  sample: join(import.meta.dirname, '../../data/shop'),
  bikes: join(import.meta.dirname, 'shop'),
};

export interface Spoken {
  customer: string;
  reply: TurnResult;
  faults: string[];
}

/** Plays one conversation against a shop and takes back what it changed. */
export async function converse(shop: ShopInProcess, conversation: Conversation): Promise<Spoken[]> {
  const { customer, lines } = conversation;
  const id = randomUUID();
  const caller = customer ? ({ kind: 'customer', id: customer } as const) : ({ kind: 'visitor', id } as const);
  const spoken: Spoken[] = [];
  for (const [text, checks] of lines) {
    const reply = await shop.say(id, caller, text, { locale: conversation.language });
    const pending = await shop.pendingAction(id);
    spoken.push({ customer: text, reply, faults: faultsOf(reply, pending, checks, conversation) });
  }
  await shop.restoreOrders();
  return spoken;
}
