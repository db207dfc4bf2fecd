import { randomUUID } from 'node:crypto';
import { anyOf } from '../../../text/any-of.ts';
import { changeDefaultAddress } from '../../../tools/changes/change-default-address.ts';
import type { WriteView } from '../../../tools/changes/write-tool.ts';
import { isCarriedOut } from '../../../tools/policy/check.ts';
import { type BranchReply, type BranchTask, say } from '../../branch.ts';
import type { ReplyWriter } from '../../engines/engine.ts';
import { orderPhrases } from '../../phrases/orders.ts';
import { phrasesIn } from '../../phrases/phrases.ts';
import { extractAddress } from '../address.ts';
import { confirmQuestion } from '../confirm-question.ts';

const DEFAULT = anyOf(
  /默认(?:的)?(?:收货)?地址|(?:账户|账号|个人资料|资料)(?:里|中)?(?:的)?(?:收货)?地址/i,
  /\bdefault\b.{0,20}\baddress|\baddress\b.{0,24}\b(?:my|the) (?:account|profile)\b/i,
  /\b(?:account|profile|user)\b.{0,12}\baddress/i,
);

/** The address in the customer's own data is meant, not that of an order. */
export const meansDefaultAddress = (task: BranchTask): boolean =>
  task.request.intent === 'change_address' &&
  task.request.slots.orderIds.every((id) => (extractAddress(task.request.text, false) ?? '').includes(id)) &&
  DEFAULT.test(task.request.text);

/** Puts a new default address to the customer; asks for it where the message has none. */
export function proposeDefaultAddress(
  task: BranchTask,
  writer: ReplyWriter,
  view: WriteView,
  mayWrite: boolean,
): BranchReply {
  const phrases = phrasesIn(task.language);
  if (!isCarriedOut(view.policy, changeDefaultAddress.action))
    return {
      text: say(writer, orderPhrases(task.language).refusedBecause('not_offered', null)),
      quickReplies: [phrases.talkToHuman],
    };
  const address = extractAddress(task.request.text, false);
  if (!address || !mayWrite) return { text: say(writer, orderPhrases(task.language).defaultAddressWanted) };
  const args = changeDefaultAddress.schema.parse({ address });
  const described = changeDefaultAddress.describe(args, view);
  if (!described) return { text: say(writer, orderPhrases(task.language).defaultAddressSame) };
  const { action } = changeDefaultAddress;
  return {
    text: say(writer, confirmQuestion(described, task.language)),
    confirmation: {
      id: randomUUID(),
      action,
      args,
      summary: described.summary,
      changes: described.changes,
      expiresAt: new Date(view.now.getTime() + view.policy.confirmWithinMs).toISOString(),
    },
    quickReplies: [phrases.confirmYes, phrases.confirmNo],
  };
}
