import type { Order } from '../../../stores/orders.ts';
import type { WriteView } from '../../../tools/changes/write-tool.ts';
import { orderCard, type VariantOptions } from '../../../tools/orders/order-card.ts';
import { normaliseText } from '../../../understanding/normalise.ts';
import { slotsSchema } from '../../../understanding/types.ts';
import { type BranchReply, type BranchTask, say } from '../../branch.ts';
import type { ReplyWriter } from '../../engines/engine.ts';
import { phrasesIn } from '../../phrases/phrases.ts';
import { saysDeed } from '../../repair/waiting/own-deed.ts';
import type { TurnScope } from '../../scope.ts';
import { proposeChange, refusedByRules } from '../propose-change.ts';
import { type Change, isSameWish } from './change.ts';
import { linesSaid } from './lines-said.ts';
import { countSaid, piecesOf } from './pieces-said.ts';
import { saysAlso, saysInstead } from './says-also.ts';

/** Times that a question which got no answer is put again. */
const MOST_ASKED = 2;

interface Input {
  change: Change;
  order: Order;
  view: WriteView;
  options: VariantOptions;
  opening?: string;
}

/** Puts a change to the customer; asks for what is missing first, and keeps what was said of it. */
export function makeChange(task: BranchTask, scope: TurnScope, writer: ReplyWriter, input: Input): BranchReply {
  const { change, order, view, options, opening = '' } = input;
  const { draft, askedSlot, clarifications } = task.dialogue;
  const { intent } = task.request;
  const phrases = phrasesIn(task.language);
  const replyWith = (text: string, { dialogue, ...more }: Omit<BranchReply, 'text' | 'cards'>): BranchReply => ({
    text: say(writer, text),
    cards: [orderCard(order, { language: view.language, currency: view.currency, options })],
    ...more,
    dialogue: { focusOrderIds: [order.id], ...dialogue },
  });
  const keeps = (args: Record<string, unknown>) => ({ draft: { intent, orderId: order.id, args } });

  if (!scope.mayWrite)
    return replyWith(`${opening}${phrases.needsPerson(order.id)}`, { quickReplies: [phrases.talkToHuman] });

  const put = draft?.orderId === order.id && isSameWish(draft.intent, intent);
  const told = put ? draft.args : {};
  const known = { ...faultTold(task, order, view), ...told };
  // What the rules forbid whatever is chosen is said before anything is asked.
  const forbidden = refusedByRules({ tool: change.tool, order, view }, true);
  const collected = forbidden
    ? { args: {} }
    : change.collect({ request: task.request, askedSlot, order, view, known, adds: put && addsTo(task) });
  if ('ask' in collected) {
    const again = askedSlot === collected.slot && draft !== null;
    // The same question a third time helps nobody.
    if (again && clarifications >= MOST_ASKED)
      return replyWith(phrases.stuck, {
        quickReplies: [phrases.talkToHuman],
        dialogue: { open: null, draft: null, offeredHuman: true },
      });
    const counted = again ? { clarifications: clarifications + 1 } : {};
    return replyWith(`${opening}${collected.ask}`, {
      quickReplies: collected.choices,
      dialogue: { ...keeps(collected.known), askedSlot: collected.slot, ...counted },
    });
  }
  if ('tell' in collected)
    return replyWith(`${opening}${collected.tell}`, {
      quickReplies: [...collected.choices, phrases.talkToHuman],
      dialogue: keeps(collected.known),
    });
  const proposal = forbidden ?? proposeChange({ tool: change.tool, order, args: collected.args, view });
  if (proposal.kind === 'refused') {
    const [only, ...more] = proposal.instead;
    const offer = only && more.length === 0 ? { intent: only.intent, text: only.say, orderIds: [order.id] } : undefined;
    return replyWith(`${opening}${proposal.text}`, {
      quickReplies: [...proposal.instead.map((one) => one.say), phrases.talkToHuman],
      dialogue: { draft: null, offeredHuman: proposal.because === 'unstated', ...(offer && { offer }) },
    });
  }
  return replyWith(`${opening}${proposal.text}`, {
    confirmation: proposal.change,
    quickReplies: [phrases.confirmYes, phrases.confirmNo],
    dialogue: keeps(collected.args),
  });
}

/** "Also return the shirt", "return the shirt" where the socks wait for a yes: both are wished for. */
function addsTo({ request, dialogue, settled }: BranchTask): boolean {
  const said = normaliseText(request.text);
  const waits = !settled && dialogue.askedSlot === undefined;
  return waits && !saysInstead(said) && (saysAlso(said) || saysDeed(request.text, request.intent));
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
