import type { ConversationWriter } from '../conversation-write.ts';
import { tellCustomer } from './tell-customer.ts';

/** A claimed handoff waits again, at its old place; `renewed`: the customer is to be told anew when it takes long. */
export async function backToQueue(
  writer: ConversationWriter,
  handoff: { id: string; staffId: string | null; renewed?: boolean },
): Promise<void> {
  await writer.trx
    .updateTable('handoffs')
    .set({ status: 'waiting', claimed_by: null, claimed_at: null, ...(handoff.renewed ? { nudged_at: null } : {}) })
    .where('id', '=', handoff.id)
    .execute();
  await writer.trx
    .insertInto('handoff_steps')
    .values({ handoff_id: handoff.id, step: 'released', staff_id: handoff.staffId })
    .execute();
  await tellCustomer(writer, 'backInQueue');
  await writer.setStatus('waiting');
}
