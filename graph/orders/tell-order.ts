import type { Order } from '../../stores/orders.ts';
import type { ShopView } from '../../tools/changes/write-tool.ts';
import { type BranchReply, type BranchTask, type BranchWork, say } from '../branch.ts';
import type { ReplyWriter } from '../engines/engine.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import type { TurnScope } from '../scope.ts';
import { answerAboutOrder } from './answer-about-order.ts';
import { arrivalLine, withArrival } from './describe-order.ts';
import { asOfTheShop, DAMAGED } from './of-the-shop.ts';
import { asksDetails, detailLines } from './order-details.ts';
import type { OrdersDeps } from './orders-deps.ts';

/** Questions of where it is and when it comes. */
const TRACKING = new Set(['track_order', 'delivery_not_received', 'urge_delivery']);

/** What the shop's documents say of what came broken, and the order; undefined: they say nothing. */
export async function tellOfDamage(
  task: BranchTask,
  scope: TurnScope,
  writer: ReplyWriter,
  { order, view, documents, deps }: { order: Order; view: ShopView; documents: BranchWork; deps: OrdersDeps },
): Promise<BranchReply | undefined> {
  if (task.request.intent !== DAMAGED) return undefined;
  const told = await documents(asOfTheShop(task), scope, writer);
  if (told.route !== undefined) {
    writer.reset();
    return undefined;
  }
  const answer = answerAboutOrder(task.request, order, view, deps.options);
  return {
    ...told,
    text: `${told.text}${say(writer, `\n\n${answer.lines.join('\n')}`)}`,
    route: 'order',
    cards: answer.cards,
    quickReplies: [phrasesIn(task.language).talkToHuman],
    dialogue: { focusOrderIds: [order.id], offeredHuman: true },
  };
}

/** What is asked of one order: where it is, when it comes, what was in it and paid for it. */
export async function tellOrder(
  { request, language }: BranchTask,
  scope: TurnScope,
  writer: ReplyWriter,
  { order, view, deps }: { order: Order; view: ShopView; deps: OrdersDeps },
): Promise<BranchReply> {
  const context = { caller: scope.caller, language, now: scope.now };
  const answer = answerAboutOrder(request, order, view, deps.options);
  const tracked = TRACKING.has(request.intent) ? await deps.trackShipment.run({ orderId: order.id }, context) : null;
  const arrival = tracked?.arrival ?? null;
  const details = asksDetails(request) ? await deps.orderDetails.run({ orderId: order.id }, context) : null;
  const lines = details ? detailLines(details, view) : answer.lines;
  const shown = details ? [details] : answer.cards.map((card) => withArrival(card, arrival));
  const draft = [...lines, ...arrivalLine(arrival, view)].join('\n');
  const text = await scope.session.phrase(
    { question: request.text, draft, facts: JSON.stringify(shown), language, history: scope.history },
    writer,
  );
  return {
    text,
    cards: shown,
    quickReplies: answer.offerHuman ? [phrasesIn(language).talkToHuman] : [],
    dialogue: {
      focusOrderIds: [order.id],
      focusProductIds: order.items.flatMap((item) => item.product_id ?? []),
      offeredHuman: answer.offerHuman,
    },
  };
}
