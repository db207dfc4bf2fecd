import type { Order } from '../../stores/orders.ts';
import type { FindOrdersTool } from '../../tools/find-orders.ts';
import { orderCard, type VariantOptions } from '../../tools/order-card.ts';
import type { OrderDetailsTool } from '../../tools/order-details.ts';
import type { ReadOrderFacts } from '../../tools/order-facts.ts';
import { isCarriedOut, ruleText } from '../../tools/policy/check.ts';
import type { Policy } from '../../tools/policy/rule.ts';
import { asLangChainTool } from '../../tools/tool.ts';
import type { TrackShipmentTool } from '../../tools/track-shipment.ts';
import type { VisitorLookup } from '../../tools/visitors/visitor-lookup.ts';
import type { ShopView } from '../../tools/write-tool.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import { type BranchReply, type BranchTask, type BranchWork, say } from '../branch.ts';
import type { ReplyWriter } from '../engines/engine.ts';
import { saysEach } from '../orders/all-orders.ts';
import { answerAboutOrder } from '../orders/answer-about-order.ts';
import { meansDefaultAddress, proposeDefaultAddress } from '../orders/changes/change-default-address.ts';
import { isChangeIntent } from '../orders/changes/change-intents.ts';
import { makeChange } from '../orders/changes/make-change.ts';
import { wishedChange } from '../orders/changes/wished-change.ts';
import { withoutChoice, withWish } from '../orders/chosen-order.ts';
import { arrivalLine, orderLine, shipmentLines, withArrival } from '../orders/describe-order.ts';
import { dropsLine } from '../orders/drops-line.ts';
import { asOfTheShop, DAMAGED, mayBeOfTheShop } from '../orders/of-the-shop.ts';
import { asksDetails, detailLines } from '../orders/order-details.ts';
import { plannedFind, selectOrders, suggestFind } from '../orders/select-orders.ts';
import { answerVisitor } from '../orders/visitors/answer-visitor.ts';
import { wayOut } from '../orders/way-out.ts';
import { wishesMoneyBack } from '../orders/wishes-money-back.ts';
import { withoutAddressNumbers } from '../orders/without-address-numbers.ts';
import { orderPhrases } from '../phrases/orders.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import type { ShopProfile } from '../shop.ts';

export interface OrdersDeps {
  findOrders: FindOrdersTool;
  trackShipment: TrackShipmentTool;
  orderDetails: OrderDetailsTool;
  policy: Policy;
  orderFacts: ReadOrderFacts;
  visitorLookup: VisitorLookup;
  shop: ShopProfile;
  options: VariantOptions;
}

/** Looks up and changes the customer's own orders. */
export const createOrders =
  (deps: OrdersDeps, documents: BranchWork): BranchWork =>
  async (task, scope, writer) => {
    const { language, dialogue } = task;
    const said = withoutAddressNumbers(task);
    const phrases = phrasesIn(language);
    const view: ShopView = { language, currency: deps.shop.currency, timeZone: deps.shop.timeZone };
    const isCustomer = scope.caller.kind === 'customer';
    if (mayBeOfTheShop(task, isCustomer)) {
      const told = await documents(asOfTheShop({ ...task, request: said }), scope, writer);
      if (told.route === undefined) return { ...told, route: 'knowledge' };
      writer.reset();
    }
    if (!isCustomer)
      return answerVisitor({ ...task, request: said }, scope, writer, { lookup: deps.visitorLookup, view });
    scope.emit({ type: 'status', status: 'looking_up' });
    if (meansDefaultAddress(task)) {
      const facts = await deps.orderFacts(scope.caller.id, undefined);
      const whole = { ...view, ...facts, policy: deps.policy, now: scope.now };
      return proposeDefaultAddress(task, writer, whole, scope.mayWrite);
    }

    const context = { caller: scope.caller, language, now: scope.now };
    const wished = withWish(said, dialogue);
    const request = wished.intent === 'undo_change' ? await ofLastChange(wished, scope.caller.id, deps) : wished;
    const suggested = suggestFind(request);
    const planned = await scope.session.planTools({
      request,
      tools: [asLangChainTool(deps.findOrders, context), asLangChainTool(deps.trackShipment, context)],
      suggested: suggested ? [suggested] : [],
      history: scope.history,
      language,
    });
    const call = plannedFind(planned, suggested);
    const selection = await selectOrders({
      request,
      dialogue,
      call,
      tool: deps.findOrders,
      context,
      options: deps.options,
    });
    scope.trace.push({
      step: 'find_orders',
      atMs: performance.now(),
      data: { call, kind: selection.kind, orders: 'orders' in selection ? selection.orders.map((o) => o.id) : [] },
    });

    const cards = (orders: Order[]) =>
      orders.map((order) => orderCard(order, { language, currency: view.currency, options: deps.options }));
    if (selection.kind === 'unknown_id') {
      const { ids, closest } = selection;
      // The nearest own numbers are buttons: the words stay the same for another's order and for none.
      return {
        text: say(writer, phrases.orderNotFound(ids.join(', '))),
        quickReplies: closest,
        dialogue: { askedSlot: 'orderId', ...(closest.length > 0 ? { focusOrderIds: closest } : {}) },
      };
    }
    if (selection.kind === 'no_match' || selection.orders.length === 0) {
      const latest = selection.kind === 'no_match' ? selection.latest : [];
      if (latest.length === 0) return { text: say(writer, phrases.noOrders) };
      const text = `${phrases.nothingMatches}${language === 'zh' ? '' : ' '}${phrases.latestInstead}\n${latest.map((order) => `- ${orderLine(order, view)}`).join('\n')}`;
      return {
        text: say(writer, text),
        cards: cards(latest),
        dialogue: { focusOrderIds: latest.map((order) => order.id) },
      };
    }
    const { orders } = selection;
    const [first] = orders;
    const inTurn = orders.length > 1 && isChangeIntent(request.intent) && saysEach(orders, request.text);
    const single = orders.length === 1 || inTurn ? first : undefined;
    if (!single && first) {
      // What the shop never does is said before anybody is asked of which order.
      const never = neverDone(request, first, { dialogue, policy: deps.policy, language });
      if (never) return { text: say(writer, never), quickReplies: [phrases.talkToHuman] };
    }
    if (!single)
      return chooseAmong({ ...task, request }, writer, { orders, view, cards: cards(orders), exact: selection.exact });

    const asked = wishesMoneyBack(request, single)
      ? { ...request, intent: 'return_request' }
      : dropsLine(request, single)
        ? { ...request, intent: 'change_items' }
        : withoutChoice(request, dialogue);
    const change = wishedChange(asked, single, dialogue.askedSlot);
    if (change && !(change.tool.action === 'urge_delivery' && !isUrgeable(single, deps.policy))) {
      const facts = await deps.orderFacts(scope.caller.id, single);
      const opening = change.tool.action === 'urge_delivery' ? `${shipmentLines(single, view).join('\n')}\n` : '';
      const made = makeChange({ ...task, request: asked }, scope, writer, {
        change,
        order: single,
        view: { ...view, ...facts, policy: deps.policy, now: scope.now },
        options: deps.options,
        opening,
      });
      // "Cancel both": one after the other.
      const others = orders.slice(1).map(({ id }) => ({ intent: asked.intent, text: asked.text, orderIds: [id] }));
      const arrivalOf = async () => {
        const sent = single.status === 'shipped' ? await deps.trackShipment.run({ orderId: single.id }, context) : null;
        return sent?.arrival ?? null;
      };
      const more = await wayOut(made, request.text, arrivalOf, view);
      return {
        ...made,
        text: made.text + say(writer, more),
        dialogue: {
          ...made.dialogue,
          ...(others.length > 0 ? { upNext: others } : {}),
          ...(more === '' ? {} : { offeredHuman: true }),
        },
      };
    }

    const answer = answerAboutOrder(request, single, view, deps.options);
    // What the shop does about it, before a person looks at it.
    if (request.intent === DAMAGED) {
      const told = await documents(asOfTheShop({ ...task, request }), scope, writer);
      if (told.route === undefined) {
        const rest = say(writer, `\n\n${answer.lines.join('\n')}`);
        return {
          ...told,
          text: `${told.text}${rest}`,
          route: 'order',
          cards: answer.cards,
          quickReplies: [phrases.talkToHuman],
          dialogue: { focusOrderIds: [single.id], offeredHuman: true },
        };
      }
      writer.reset();
    }
    const tracked = TRACKING.has(request.intent) ? await deps.trackShipment.run({ orderId: single.id }, context) : null;
    const arrival = tracked?.arrival ?? null;
    const details = asksDetails(request) ? await deps.orderDetails.run({ orderId: single.id }, context) : null;
    const lines = details ? detailLines(details, view) : answer.lines;
    const draft = [...lines, ...arrivalLine(arrival, view)].join('\n');
    const shown = details ? [details] : answer.cards.map((card) => withArrival(card, arrival));
    const text = await scope.session.phrase(
      { question: request.text, draft, facts: JSON.stringify(shown), language, history: scope.history },
      writer,
    );
    return {
      text,
      cards: shown,
      quickReplies: answer.offerHuman ? [phrases.talkToHuman] : [],
      dialogue: {
        focusOrderIds: [single.id],
        focusProductIds: single.items.flatMap((item) => item.product_id ?? []),
        offeredHuman: answer.offerHuman,
      },
    };
  };

/** "Undo that" is about the order that was changed last, unless it names another; its words of time name no order. */
async function ofLastChange(
  request: UnderstoodRequest,
  customerId: string,
  deps: Pick<OrdersDeps, 'orderFacts'>,
): Promise<UnderstoodRequest> {
  const slots = { ...request.slots, dates: [], products: [], categories: [], ordinal: undefined };
  const { lastChange } = await deps.orderFacts(customerId, undefined);
  const orderIds = slots.orderIds.length > 0 || !lastChange?.orderId ? slots.orderIds : [lastChange.orderId];
  return { ...request, slots: { ...slots, orderIds } };
}

/** The refusal of a change that the shop offers for no order at all. */
function neverDone(
  request: UnderstoodRequest,
  order: Order,
  {
    dialogue,
    policy,
    language,
  }: { dialogue: BranchTask['dialogue']; policy: Policy; language: BranchTask['language'] },
): string | undefined {
  const tool = wishedChange(request, order, dialogue.askedSlot)?.tool;
  const rule = tool && policy.rules[tool.policy];
  return rule && !rule.allowed
    ? orderPhrases(language).refusedBecause('not_offered', ruleText(rule, language))
    : undefined;
}

/** Questions of where it is and when it comes. */
const TRACKING = new Set(['track_order', 'delivery_not_received', 'urge_delivery']);

/** Once a day, and only where the shop still has something to hurry. */
const isUrgeable = (order: Order, policy: Policy): boolean =>
  isCarriedOut(policy, 'urge_delivery') &&
  policy.rules.urge.allowed &&
  policy.rules.urge.allowedStatuses.includes(order.status);

/** Several orders fit: show them, and ask which one where one is needed. */
function chooseAmong(
  task: BranchTask,
  writer: ReplyWriter,
  found: { orders: Order[]; view: ShopView; cards: BranchReply['cards']; exact: boolean },
): BranchReply {
  const { orders, view } = found;
  const phrases = phrasesIn(task.language);
  const ask = task.request.intent !== 'list_orders' || asksDetails(task.request);
  const lines = [
    phrases.ordersFound(orders.length),
    ...orders.map((order) => `- ${orderLine(order, view)}`),
    ...(ask ? [phrases.whichOrder] : []),
  ];
  return {
    text: say(writer, lines.join('\n')),
    cards: found.cards ?? [],
    quickReplies: ask ? orders.map((order) => order.id) : [],
    dialogue: {
      focusOrderIds: orders.map((order) => order.id),
      ...(ask ? { askedSlot: 'orderId', wish: withoutChoice(task.request, task.dialogue).text.slice(0, 1000) } : {}),
    },
  };
}
