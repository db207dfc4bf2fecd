import type { Order } from '../../../stores/orders.ts';
import { orderCard, type VariantOptions } from '../../../tools/order-card.ts';
import type { WriteView } from '../../../tools/write-tool.ts';
import { slotsSchema } from '../../../understanding/types.ts';
import { type BranchReply, type BranchTask, say } from '../../branch.ts';
import type { ReplyWriter } from '../../engines/engine.ts';
import { phrasesIn } from '../../phrases/phrases.ts';
import type { TurnScope } from '../../scope.ts';
import { proposeChange, refusedByRules } from '../propose-change.ts';
import { type Change, isSameWish } from './change.ts';
import { linesSaid } from './lines-said.ts';
import { countSaid, piecesOf } from './pieces-said.ts';

/** Times that a question which got no answer is put again. */
const MOST_ASKED = 2;

/** Puts a change to the customer; asks for what is missing first, and keeps what was said of it. */
export function makeChange(
  task: BranchTask,
  scope: TurnScope,
  writer: ReplyWriter,
  input: { change: Change; order: Order; view: WriteView; options: VariantOptions; opening?: string },
): BranchReply {
  const { change, order, view, options, opening = '' } = input;
  const phrases = phrasesIn(task.language);
  const { intent } = task.request;
  const card = orderCard(order, { language: view.language, currency: view.currency, options });
  // "Is it in stock in black", of the one thing that the order holds.
  const [only, ...more] = order.items;
  const thing = only?.product_id && more.length === 0 ? { focusProductIds: [only.product_id] } : {};
  const focus = { focusOrderIds: [order.id], ...thing };
  if (!scope.mayWrite)
    return {
      text: say(writer, `${opening}${phrases.needsPerson(order.id)}`),
      cards: [card],
      quickReplies: [phrases.talkToHuman],
      dialogue: focus,
    };
  const { draft } = task.dialogue;
  const told = draft?.orderId === order.id && isSameWish(draft.intent, intent) ? draft.args : {};
  const known = { ...faultTold(task, order, view), ...told };
  const { askedSlot } = task.dialogue;
  // What the rules forbid whatever is chosen is said before anything is asked.
  const forbidden = refusedByRules({ tool: change.tool, order, view }, true);
  const collected = forbidden ? { args: {} } : change.collect({ request: task.request, askedSlot, order, view, known });
  const keeps = (args: Record<string, unknown>) => ({ draft: { intent, orderId: order.id, args } });
  const again = 'ask' in collected && askedSlot === collected.slot && task.dialogue.draft !== null;
  // The same question a third time helps nobody.
  if (again && task.dialogue.clarifications >= MOST_ASKED)
    return {
      text: say(writer, phrases.stuck),
      cards: [card],
      quickReplies: [phrases.talkToHuman],
      dialogue: { ...focus, open: null, draft: null, offeredHuman: true },
    };
  if ('ask' in collected)
    return {
      text: say(writer, `${opening}${collected.ask}`),
      cards: [card],
      quickReplies: collected.choices,
      dialogue: {
        ...focus,
        ...keeps(collected.known),
        askedSlot: collected.slot,
        ...(again ? { clarifications: task.dialogue.clarifications + 1 } : {}),
      },
    };
  if ('tell' in collected)
    return {
      text: say(writer, `${opening}${collected.tell}`),
      cards: [card],
      quickReplies: [...collected.choices, phrases.talkToHuman],
      dialogue: { ...focus, ...keeps(collected.known) },
    };
  const proposal = forbidden ?? proposeChange({ tool: change.tool, order, args: collected.args, view });
  const text = say(writer, `${opening}${proposal.text}`);
  if (proposal.kind === 'refused') {
    const [only, ...more] = proposal.instead;
    const offer = only && more.length === 0 ? { intent: only.intent, text: only.say, orderIds: [order.id] } : undefined;
    return {
      text,
      cards: [card],
      quickReplies: [...proposal.instead.map((one) => one.say), phrases.talkToHuman],
      dialogue: { ...focus, draft: null, offeredHuman: false, ...(offer && { offer }) },
    };
  }
  return {
    text,
    cards: [card],
    confirmation: proposal.change,
    quickReplies: [phrases.confirmYes, phrases.confirmNo],
    dialogue: { ...focus, ...keeps(collected.args) },
  };
}

/**
 * What the customer told before: of goods that came damaged or wrong, or that something is wrong with ("the kettle
 * leaks", then "a new one please"), nobody asks whether they are at fault, nor to send them back unused.
 */
function faultTold({ dialogue, request }: BranchTask, order: Order, view: WriteView): Record<string, unknown> {
  const inView = dialogue.focusOrderIds.includes(order.id);
  const toldNow = inView && dialogue.lastIntent === 'damaged_or_wrong_item';
  if (dialogue.trouble === undefined) return toldNow ? { fault: true } : {};
  const of = (text: string) => linesSaid(order, { ...request, text, slots: slotsSchema.parse({}) }, view, false);
  const ofTrouble = of(dialogue.trouble);
  const wished = linesSaid(order, request, view, false);
  if (ofTrouble.length === 0) return toldNow || (inView && order.items.length === 1) ? { fault: true } : {};
  if (wished.length > 0) return wished.every((line) => ofTrouble.includes(line)) ? { fault: true } : {};
  const [only, ...others] = ofTrouble;
  return only && others.length === 0
    ? { fault: true, items: [piecesOf(only, countSaid(dialogue.trouble))] }
    : { fault: true };
}
