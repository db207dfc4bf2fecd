import type { Order } from '../../stores/orders.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import type { BranchReply, BranchTask } from '../branch.ts';
import type { WaitingWish } from '../dialogue.ts';
import { repairPhrases } from '../phrases/repair.ts';
import { isSameWish } from './changes/change.ts';
import { intentOf } from './changes/change-intents.ts';
import { linesOfDeed } from './changes/lines-said.ts';
import { saysAlso } from './changes/says-also.ts';

/** What becomes of the goods: only one of these can be done with a thing. */
const OF_THE_GOODS: ReadonlySet<string> = new Set([
  'cancel_order',
  'return_request',
  'exchange_request',
  'change_items',
]);
/** Wishes that wait at most. */
const MOST = 12;

/** Whether a wish for an order is of the change that waits: more of it, or something else in its place. */
function isOfWhatWaits(order: Order, { request, dialogue }: BranchTask, action: string): boolean {
  const { draft } = dialogue;
  if (draft?.orderId !== order.id) return false;
  if (isSameWish(request.intent, draft.intent) || isSameWish(request.intent, intentOf(action))) return true;
  const said = normaliseText(request.text);
  const bothOfGoods = OF_THE_GOODS.has(request.intent) && OF_THE_GOODS.has(draft.intent);
  return bothOfGoods && !saysAlso(said) && !namesOthers(order, said, draft.args.items);
}

const namesOthers = (order: Order, said: string, items: unknown): boolean => {
  const put = new Set(Array.isArray(items) ? items.map((item: { line?: unknown }) => item.line) : []);
  const named = linesOfDeed(order.items, said);
  return put.size > 0 && named.length > 0 && named.every(({ line }) => !put.has(line));
};

/**
 * A change that is wished while another waits for its yes comes after it, and nothing is lost: what waits is put again
 * behind this. Undefined: nothing waits, or the wish is of what does.
 */
export function behindWaiting(
  task: BranchTask,
  orders: readonly Order[],
  { pending, each }: { pending: { action: string } | null; each: boolean },
): BranchReply | undefined {
  const { request, dialogue, language } = task;
  if (!pending || task.settled || request.intent === 'undo_change') return undefined;
  if (orders.some((order) => isOfWhatWaits(order, task, pending.action))) return undefined;
  const { intent, text } = request;
  const ids = orders.length === 1 || each ? orders.map(({ id }) => [id]) : [request.slots.orderIds];
  const wishes: WaitingWish[] = ids.map((orderIds) => ({ intent, text: text.slice(0, 1000), orderIds }));
  const isNew = (wish: WaitingWish) =>
    !dialogue.upNext.some((one) => one.text === wish.text && one.orderIds.join() === wish.orderIds.join());
  return {
    text: repairPhrases(language).upNext(text),
    dialogue: { upNext: [...dialogue.upNext, ...wishes.filter(isNew)].slice(0, MOST) },
  };
}
