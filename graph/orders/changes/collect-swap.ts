import { z } from 'zod';
import { textOf } from '../../../stores/local-text.ts';
import type { OrderItem } from '../../../stores/orders.ts';
import { planSwaps, type SwapRef } from '../../../tools/changes/swap-lines.ts';
import type { WriteTool } from '../../../tools/changes/write-tool.ts';
import { formatMoney } from '../../../tools/format.ts';
import { isAvailable, lineText, productOf, variantOf } from '../../../tools/orders/order-lines.ts';
import { isBeforeDispatch } from '../../../tools/orders/order-status.ts';
import { paymentName } from '../../../tools/orders/payment-methods.ts';
import { slotsSchema } from '../../../understanding/types.ts';
import { orderPhrases } from '../../phrases/orders.ts';
import type { Collected, Said } from './change.ts';
import { faultSaid } from './fault-said.ts';
import { isOneOfAlike, lineChoice, linesKept, linesSaid, mentionOf } from './lines-said.ts';
import { openedSaid } from './opened-said.ts';
import { paymentsSaid } from './payment-said.ts';
import { keepApart, piecesWished, takesOut } from './pieces-said.ts';
import { variantChoices, variantSaid } from './variant-said.ts';

const knownSchema = z.object({
  items: z
    .array(z.object({ line: z.number(), toVariantId: z.string().optional(), quantity: z.number().optional() }))
    .optional()
    .catch(undefined),
  fault: z.boolean().optional().catch(undefined),
  paymentMethodId: z.string().optional().catch(undefined),
});
type Known = z.output<typeof knownSchema>;

const SENTENCE_END = /[。！？!?；;]|\.(?=\s|$)/u;
/** Which line is to become which variant, asked for one after the other; the price difference and its payment last. */
export const collectSwap =
  (tool: WriteTool) =>
  (said: Said): Collected => {
    const { request, askedSlot, order, view, adds } = said;
    const phrases = orderPhrases(view.language);
    const exchanging = tool.policy === 'exchange';
    const before = knownSchema.parse(said.known);
    const fault = faultSaid(request.text, askedSlot === 'fault') ?? before.fault;
    const known: Known = { ...before, ...(fault === undefined ? {} : { fault }) };

    const mentioned = linesSaid(order, request, view, askedSlot === 'item');
    const [firstKnown] = known.items ?? [];
    const remembered = order.items.filter((item) => item.line === firstKnown?.line);
    const settled = known.items?.filter(isSettled) ?? [];
    const withSettled = (items: Array<SwapRef & { line: number }>) => [
      ...(adds ? settled.filter(({ line }) => !items.some((one) => one.line === line)) : []),
      ...items,
    ];
    // "No, leave the filter in" takes one of several wishes back, or says what was put anyway.
    const stay = linesKept(order, request, view);
    const left = settled.filter(({ line }) => !stay.some((one) => one.line === line));
    if (stay.length > 0 && left.length > 0) return finish(left, known, said);
    const out = exchanging ? [] : takenOut(said);
    if (out.length > 0) return finish(out, known, said);
    const spokenOf = order.items.filter((one) => mentionOf(one, request.text.toLowerCase()));
    const several =
      spokenOf.length > mentioned.length && !isOneOfAlike(spokenOf, request.text)
        ? severalSwaps(spokenOf, said)
        : undefined;
    if (several) return finish(withSettled(several), known, said);
    // "The cable of the power bank's order in 2 metres": what is wished for tells which of the things named is meant.
    const ofOption = mentioned.length === 1 || remembered.length > 0 ? [] : linesOfOption(said);
    const [meant, another] = ofOption;
    const isAnother = meant !== undefined && another === undefined && !mentioned.includes(meant);
    const named = isAnother || mentioned.length === 0 ? ofOption : mentioned;
    const lines =
      order.items.length === 1 ? order.items : named.length === 1 || remembered.length === 0 ? named : remembered;
    if (lines.length > 1 && !isOneOfAlike(lines, request.text)) {
      const dropped = !exchanging && lines.length < order.items.length && takesOut(request.text);
      const each = dropped ? lines.map(({ line }) => ({ line, quantity: 0 })) : severalSwaps(lines, said);
      if (each) return finish(withSettled(each), known, said);
    }
    const [item, ...more] = lines;
    if (!item || more.length > 0)
      return {
        ask: phrases.whichItem(order.id),
        slot: 'item',
        choices: (lines.length > 1 ? lines : order.items).map((one) => lineChoice(one, view)),
        known: { ...known, items: undefined },
      };
    if (exchanging && view.policy.rules.exchange.onlyFaulty) {
      if (fault === undefined)
        return {
          ask: phrases.isItFaulty,
          slot: 'fault',
          choices: [phrases.faulty, phrases.notFaulty],
          known: { ...known, items: [{ line: item.line }] },
        };
      return { args: { items: [{ line: item.line, toVariantId: item.variant_id ?? item.product_id ?? '' }], fault } };
    }
    const unfit = exchanging && fault !== true ? refusedAsOpened(tool, item, said) : undefined;
    if (unfit !== undefined) return { tell: unfit, choices: [], known };
    const swap = swapOf(item, said, known);
    if (!('line' in swap)) return swap;
    // "And leave the filter out" comes to what was wished for another line.
    return finish([...settled.filter(({ line }) => line !== swap.line), swap], known, said);
  };

/** "Cancel the pot, keep the tray": what is named to go, else all that does not stay. */
function takenOut({ request, order, view }: Said): Array<SwapRef & { line: number }> {
  const { goes } = keepApart(request.text);
  const stay = linesKept(order, request, view);
  if (stay.length === 0 || !takesOut(goes)) return [];
  const named = linesSaid(order, { ...request, text: goes, slots: NOTHING }, view, false);
  const gone = (named.length > 0 ? named : order.items).filter((item) => !stay.includes(item));
  return gone.map(({ line }) => ({ line, quantity: 0 }));
}

const isSettled = ({ toVariantId, quantity }: SwapRef): boolean => toVariantId !== undefined || quantity !== undefined;

/** "Switch it to mint": of the lines those that come in what is wished for, and are not it yet. */
function linesOfOption({ request, order, view }: Said): OrderItem[] {
  return order.items.filter((item) => {
    const product = productOf(item, view.products);
    const wish = product && variantSaid(request.text, product, item, view);
    return wish?.kind === 'one' || wish?.kind === 'several';
  });
}

/** What the shop says of goods that are told to be opened, before anybody is asked what is wanted for them. */
function refusedAsOpened(tool: WriteTool, item: OrderItem, { request, order, view }: Said): string | undefined {
  if (openedSaid(request.text) !== true) return undefined;
  const items = [{ line: item.line, toVariantId: item.variant_id ?? item.product_id ?? '' }];
  const described = tool.describe(order, tool.schema.parse({ items, opened: true }), view);
  return described && 'refused' in described ? described.refused : undefined;
}

/** What becomes of one line; or the question that is still open. */
function swapOf(
  item: OrderItem,
  { request, askedSlot, view, order }: Said,
  known: Known,
): (SwapRef & { line: number }) | Collected {
  const phrases = orderPhrases(view.language);
  const { line } = item;
  const product = productOf(item, view.products);
  const name = textOf(item.name, view.language);
  const exchanging = !isBeforeDispatch(order.status);
  const keep = { ...known, items: [{ line }] };
  const pieces = exchanging ? undefined : piecesWished(request, item.quantity, askedSlot === 'quantity');
  const wish = product ? variantSaid(request.text, product, item, view) : { kind: 'none' as const };
  if (pieces !== undefined && wish.kind !== 'one') return { line, quantity: pieces };
  const choices = variantChoices(product?.variants ?? [], item, view);
  const unit = lineText({ name: item.name, quantity: 1 }, variantOf(product, item.variant_id), view.language);
  if (wish.kind === 'one') {
    const quantity = pieces || item.quantity;
    if (isAvailable(wish.variant, quantity))
      return { line, toVariantId: wish.variant.id, ...(quantity === item.quantity ? {} : { quantity }) };
    const sold = phrases.soldOut(lineText({ name: item.name, quantity: 1 }, wish.variant, view.language));
    const also = variantChoices(wish.also, item, view);
    const offered = also.length > 0 ? also : choices;
    return offered.length > 0
      ? { ask: `${sold}\n${phrases.whichVariant(unit)}`, slot: 'variant', choices: offered, known: keep }
      : { tell: sold, choices: [], known: keep };
  }
  const earlier = known.items?.find((one) => one.line === line);
  // "The black one" of what was put in black: as it was put.
  if (wish.kind === 'several' && wish.variants.some(({ id }) => id === earlier?.toVariantId))
    return { line, toVariantId: earlier?.toVariantId };
  if (wish.kind === 'several') {
    const some = variantChoices(wish.variants, item, view);
    if (some.length > 0) return { ask: phrases.whichVariant(unit), slot: 'variant', choices: some, known: keep };
  }
  if (wish.kind === 'none' && earlier?.toVariantId !== undefined && askedSlot !== 'variant')
    return { line, toVariantId: earlier.toVariantId };
  // Faulty goods without another wish: the same again.
  if (exchanging && known.fault && wish.kind === 'none' && product)
    return { line, toVariantId: item.variant_id ?? product.id };
  const missing = wish.kind === 'not_offered' ? `${phrases.notOffered(name)}\n` : '';
  if (choices.length > 0)
    return { ask: `${missing}${phrases.whichVariant(unit)}`, slot: 'variant', choices, known: keep };
  if (!exchanging && product?.variants.length === 0)
    return { ask: phrases.howMany(name), slot: 'quantity', choices: [], known: keep };
  return { tell: phrases.noOtherVariant(unit), choices: [], known: keep };
}

const NOTHING = slotsSchema.parse({});

/** Several lines named in one message, each with its own wish behind its name; undefined when one has none. */
function severalSwaps(
  lines: readonly OrderItem[],
  { request, view, order }: Said,
): Array<SwapRef & { line: number }> | undefined {
  const lower = request.text.toLowerCase();
  const places = lines.map((item) => mentionOf(item, lower)?.at);
  const swaps = lines.map((item, index) => {
    const product = productOf(item, view.products);
    const at = places[index];
    if (!product || at === undefined) return undefined;
    const next = Math.min(
      ...places.map((place) => (place !== undefined && place > at ? place : lower.length)),
      lower.length,
    );
    const [own = ''] = request.text.slice(at, next).split(SENTENCE_END);
    const wish = variantSaid(own, product, item, view);
    if (wish.kind === 'one') return { line: item.line, toVariantId: wish.variant.id };
    const pieces = isBeforeDispatch(order.status)
      ? piecesWished({ text: own, slots: NOTHING }, item.quantity, false)
      : undefined;
    return pieces === undefined ? undefined : { line: item.line, quantity: pieces };
  });
  return swaps.every((swap) => swap !== undefined) ? swaps : undefined;
}

/** The arguments; before that, the question which of several saved methods the difference goes through. */
function finish(
  items: Array<SwapRef & { line: number }>,
  known: Known,
  { request, askedSlot, order, view }: Said,
): Collected {
  const phrases = orderPhrases(view.language);
  const [method, ...others] = paymentsSaid(request.text, view.paymentMethods);
  const paymentMethodId = method && others.length === 0 ? method.id : known.paymentMethodId;
  const opened = openedSaid(request.text);
  const args = {
    items,
    ...(known.fault === undefined ? {} : { fault: known.fault }),
    ...(opened === undefined ? {} : { opened }),
    ...(paymentMethodId === undefined ? {} : { paymentMethodId }),
  };
  const plan = planSwaps(order, items, view, { sameAllowed: true });
  const difference = 'refused' in plan ? 0 : plan.difference;
  // A yes to "which way?" leaves it to the shop.
  const leaves = askedSlot === 'paymentMethod' && request.slots.answer === 'yes';
  if (
    !leaves &&
    paymentMethodId === undefined &&
    difference !== 0 &&
    view.paymentMethods.length > 1 &&
    order.status !== 'pending'
  )
    return {
      ask: phrases.whichPaymentForDifference(formatMoney(Math.abs(difference), view.currency)),
      slot: 'paymentMethod',
      choices: view.paymentMethods.map((one) => paymentName(one, view.language)),
      known: args,
    };
  return { args };
}
