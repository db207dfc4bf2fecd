import type { ShopView } from '../../../tools/changes/write-tool.ts';
import { orderStatusLabel } from '../../../tools/orders/order-status.ts';
import type { VisitorLookup } from '../../../tools/visitors/visitor-lookup.ts';
import type { VisitorOrder } from '../../../tools/visitors/visitor-order.ts';
import { type BranchReply, type BranchTask, say } from '../../branch.ts';
import type { ReplyWriter } from '../../engines/engine.ts';
import { orderPhrases } from '../../phrases/orders.ts';
import { phrasesIn } from '../../phrases/phrases.ts';
import type { TurnScope } from '../../scope.ts';
import { parcelLines } from '../describe-order.ts';

const CODE = /(?<!\d)\d{6}(?!\d)/;
const READS = new Set(['track_order', 'list_orders', 'delivery_not_received', 'urge_delivery', 'refund_status']);
const VISITOR_DRAFT = 'visitor_lookup';

/** What a visitor gets of orders: the state of the one whose number and contact they know, and nothing else. */
export async function answerVisitor(
  task: BranchTask,
  scope: TurnScope,
  writer: ReplyWriter,
  deps: { lookup: VisitorLookup; view: ShopView },
): Promise<BranchReply> {
  const { request, language, dialogue } = task;
  const { slots } = request;
  const said = orderPhrases(language);
  const asker = { visitorId: scope.caller.id, language, now: scope.now };
  const talkToHuman = [phrasesIn(language).talkToHuman];
  const draft = dialogue.draft?.intent === VISITOR_DRAFT ? dialogue.draft : null;
  const text = (line: string): string => say(writer, line);

  const show = (order: VisitorOrder): BranchReply => {
    const lines = [
      said.visitorOrder(order.id, orderStatusLabel(order.status, language)),
      ...parcelLines(order.shipments, deps.view),
    ];
    return {
      text: text(lines.join('\n')),
      cards: order.shipments.length > 0 ? [{ type: 'shipment', orderId: order.id, shipments: order.shipments }] : [],
      quickReplies: READS.has(request.intent) ? [] : talkToHuman,
      dialogue: { draft: null, focusOrderIds: [order.id] },
    };
  };

  if (dialogue.askedSlot === 'code') {
    const code = CODE.exec(request.text.normalize('NFKC'))?.[0];
    if (code) {
      const found = await deps.lookup.enterCode({ ...asker, code });
      return found.outcome === 'order'
        ? show(found.order)
        : { text: text(said.codeWrong), quickReplies: talkToHuman, dialogue: { askedSlot: 'code' } };
    }
  }
  const contact = slots.emails[0] ?? slots.phones[0] ?? stringOf(draft?.args.contact);
  const [orderId = draft?.orderId || undefined] = slots.orderIds;
  if (slots.orderIds.length === 0 && slots.phones.length + slots.emails.length === 0) {
    const current = await deps.lookup.current(asker);
    if (current) return show(current);
  }
  const remember = { draft: { intent: VISITOR_DRAFT, orderId: orderId ?? '', args: contact ? { contact } : {} } };
  if (!orderId)
    return {
      text: text(contact ? said.lookUpOrder : said.lookUp),
      quickReplies: talkToHuman,
      dialogue: { ...remember, askedSlot: 'orderId' },
    };
  if (!contact)
    return {
      text: text(said.lookUpContact(orderId)),
      quickReplies: talkToHuman,
      dialogue: { ...remember, askedSlot: 'contact' },
    };
  const found = await deps.lookup.lookUp({ ...asker, orderId, contact });
  switch (found.outcome) {
    case 'order':
      return show(found.order);
    case 'code_sent':
      return { text: text(said.codeSent), dialogue: { draft: null, askedSlot: 'code' } };
    case 'too_often':
      return { text: text(said.lookUpTooOften), quickReplies: talkToHuman, dialogue: { draft: null } };
    default:
      return { text: text(said.lookUpNone), quickReplies: talkToHuman, dialogue: { draft: null } };
  }
}

const stringOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
