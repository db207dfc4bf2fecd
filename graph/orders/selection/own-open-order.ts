import { allTexts } from '../../../stores/local-text.ts';
import type { Order } from '../../../stores/orders.ts';
import { anyOf } from '../../../text/any-of.ts';
import { BEFORE_DISPATCH } from '../../../tools/orders/order-status.ts';
import { askedUnits, termsOf } from '../../../tools/products/product-words.ts';
import { normaliseText } from '../../../understanding/normalise.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import { mentionedProducts } from '../../products/meant/mentions.ts';
import { lineWish } from '../line-wish.ts';
import { itemNamed } from './item-meant.ts';
import { HELPED, type OwnOrderInput } from './own-order-input.ts';

const CANCELS =
  /^(?:请问|那|actually|ok|so|and|[,，. ])*(?:(?:我|还)?(?:能|可以|能不能|可不可以)(?:帮我)?(?:把)?.{0,16}取消|.{1,16}(?:能|可以|能不能|可不可以)(?:帮我)?取消|(?:can|could|may) (?:i|you|we)(?: still| please)* cancel)/;
const ARRIVES = anyOf(
  /(?:什么时候|啥时候|几时|多久|哪天|几号)(?:能|会|才)?(?:送)?到(?!货)/,
  /\bwhen (?:will|does|is|do) .{1,40}\b(?:arrive|come|get here|be here|be delivered|reach)\b/,
);
const IN_GENERAL = /如果|要是|一般|规则|政策|怎么|如何|\b(?:if|how|policy|usually|generally)\b/;

/** Not yet read as a wish of its own: what other branches take, or a look at orders. */
const mayBeOfOrder = ({ route, intent }: UnderstoodRequest): boolean =>
  HELPED.has(route) || intent === 'list_orders' || intent === 'feedback';

/** Whether a thing in the order has a name that means what a word of the text does. */
function isCalled({ items }: Order, text: string): boolean {
  const names = termsOf(items.flatMap(({ name }) => allTexts(name)).join(' '));
  return askedUnits(text, []).some(
    ({ kind, concepts }) => kind === 'word' && concepts.some((concept) => names.has(concept)),
  );
}

/**
 * "Can I cancel the kettle", "can the mint one be switched to black" of somebody who has such a thing in an order that
 * was not sent yet asks it of that order, whatever it sounds like. Of others it asks for the rule.
 */
export async function ofOwnOpenOrder(input: OwnOrderInput): Promise<UnderstoodRequest[]> {
  const { requests, dialogue, tool, context } = input;
  const [request, another] = requests;
  if (!request || another || context.caller.kind !== 'customer' || dialogue.open || !mayBeOfOrder(request))
    return requests;
  const normalised = normaliseText(request.text);
  const arrives = ARRIVES.test(normalised);
  const intent = CANCELS.test(normalised)
    ? 'cancel_order'
    : (lineWish(normalised) ?? (arrives ? 'track_order' : undefined));
  if (intent === undefined || IN_GENERAL.test(normalised)) return requests;
  if (intent === 'change_items' && request.slots.orderIds.length > 0) return [{ ...request, intent, route: 'order' }];
  const open = await tool.run(
    { status: [...BEFORE_DISPATCH, ...(arrives ? (['shipped'] as const) : [])], limit: 20 },
    context,
  );
  const { ids, named } = mentionedProducts(request.slots);
  const exactly = open.filter(
    (order) =>
      itemNamed(order, request.text) || order.items.some(({ product_id: id }) => id !== null && ids.includes(id)),
  );
  // "The kitten food" of a shop that calls it 幼猫粮.
  const inOtherWords = named ? [] : open.filter((order) => isCalled(order, request.text));
  const holding =
    exactly.length > 0 ? exactly : inOtherWords.length < open.length || open.length === 1 ? inOtherWords : [];
  const inTalk = holding.filter(({ id }) => dialogue.focusOrderIds.includes(id));
  // "Make it black", "I only want one of them": of the one order that is talked about.
  const unnamed = intent === 'change_items' && !named && ids.length === 0 && dialogue.focusOrderIds.length === 1;
  const meant = inTalk.length === 1 ? inTalk : holding;
  const orderIds = holding.length > 0 ? meant.map(({ id }) => id) : unnamed ? dialogue.focusOrderIds : [];
  return orderIds.length === 0
    ? requests
    : [{ ...request, intent, route: 'order', slots: { ...request.slots, orderIds } }];
}
