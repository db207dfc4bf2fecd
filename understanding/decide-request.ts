import { byClassifier } from './by-classifier.ts';
import type { ScoredIntent } from './classifier.ts';
import {
  answersAskedSlot,
  asksOtherOptions,
  asksRefund,
  asksWhatGoesWith,
  asksWhetherStays,
  asksWhichIsMore,
  asksWhichOfThem,
  changesUnsaid,
  ellipticalTopic,
  isBareNumber,
  isBareQuestion,
  isGreeting,
  isHelpless,
  isReference,
  ownsAlready,
  refinesWish,
  tellsMeasure,
  wantsChange,
} from './follow-up.ts';
import { normaliseText } from './normalise.ts';
import { withPlainNumbers } from './plain-numbers.ts';
import { isQuestion } from './question.ts';
import { INHERITABLE, LIKELY, type RequestInput, SURE_SMALLTALK, type Verdict } from './request-input.ts';
import { asksDeliveryDay } from './rules/asks-delivery-day.ts';
import { asksDiscount } from './rules/asks-discount.ts';
import { asksForPerson } from './rules/asks-for-person.ts';
import { asksLanguage } from './rules/asks-language.ts';
import { asksOtherSize } from './rules/asks-other-size.ts';
import { asksOwnPrompt } from './rules/asks-own-prompt.ts';
import { asksRefundState } from './rules/asks-refund-state.ts';
import { asksServicePrice } from './rules/asks-service-price.ts';
import { asksStore } from './rules/asks-store.ts';
import { findsAllWell } from './rules/finds-all-well.ts';
import { givesInvoiceTitle } from './rules/gives-invoice-title.ts';
import { leavesUndone } from './rules/leaves-undone.ts';
import { procedureQuestion, questionOfOrder, stillChanges } from './rules/procedure.ts';
import { isStillBroken } from './rules/still-broken.ts';
import { tradesIn } from './rules/trades-in.ts';
import { wishesToBuy } from './rules/wants-to-buy.ts';
import { asksWhereIsOwn, missesOwn } from './rules/where-is-own.ts';
import {
  asksBestSellers,
  asksForMost,
  ordersSome,
  wishesForGoods,
  wishesForSomebody,
} from './rules/wishes-for-goods.ts';
import { namesProduct, surelyNamed } from './slots/named-product.ts';
import type { Route, Slots, UnderstoodRequest } from './types.ts';

/** A rule's verdict is as sure as this; rules only speak where they are nearly never wrong. */
const CERTAIN = 0.98;
/** An own topic beats the last one when it is this sure; the name of a thing alone (那加湿器呢) is no topic. */
const OWN_TOPIC = 0.45;
/** "Nothing over 40", 200以内: a budget by itself narrows what was recommended. */
const SHORT_BUDGET = 30;
/** A category by one of its words. */
const OWN_KIND = 0.8;
/** What is asked of a product's row is asked of its other size too. */
const OF_ROWS: ReadonlySet<string> = new Set(['price_question', 'stock_question']);
/** Where the price of a service is asked for. */
const OF_SERVICE: ReadonlySet<string> = new Set([
  'installation_question',
  'warranty_question',
  'delivery_policy',
  'troubleshooting',
]);
/** One request's intent and route: plain rules first, then the conversation's state, then the classifier, then doubt. */
export function decideRequest(input: RequestInput): UnderstoodRequest {
  const normalised = normaliseText(input.text);
  const ranked = input.knowledge.classifier.classify(withPlainNumbers(input.text, input.slots));
  const person = asksForPerson(normalised);
  const verdict =
    when(person === 'yes', 'human_agent', CERTAIN) ??
    when(complainsOfAdvice(normalised, input), 'troubleshooting', CERTAIN) ??
    when(findsAllWell(normalised), 'feedback', CERTAIN) ??
    answerInContext(normalised, input) ??
    when(leavesUndone(normalised) && !input.context.pendingConfirmation, 'deny', CERTAIN) ??
    bareNumber(normalised, input) ??
    when(isGreeting(normalised), 'greeting', CERTAIN) ??
    when(asksStore(normalised) && namesNothing(input.slots), 'store_info', LIKELY) ??
    when(asksLanguage(normalised) || asksOwnPrompt(normalised), 'bot_identity', CERTAIN) ??
    when(asksRefundState(normalised), 'refund_status', LIKELY) ??
    when(asksWhereIsOwn(normalised, input.slots), 'track_order', LIKELY) ??
    when(missesOwn(normalised, input.slots) && !isOfOrders(ranked[0], input), 'track_order', LIKELY) ??
    when(givesInvoiceTitle(normalised), 'invoice_request', LIKELY) ??
    when(tradesIn(normalised), 'promotion_question', LIKELY) ??
    when(asksServicePrice(normalised), servicePriceIntent(ranked), LIKELY) ??
    when(isOfWhatToBuy(normalised, input), 'ordering_question', LIKELY) ??
    when(asksDeliveryDay(normalised) && input.slots.orderIds.length === 0, 'delivery_policy', LIKELY) ??
    when(asksBestSellers(normalised) && namesNothing(input.slots), 'recommend_product', LIKELY) ??
    when(asksArrivalInGeneral(normalised, input), 'delivery_policy', LIKELY) ??
    when(surelyNamed(input.slots).length > 1 && asksWhichIsMore(normalised), 'compare_products', LIKELY) ??
    when(asksWhatGoesWith(normalised) && input.slots.orderIds.length === 0, 'recommend_product', LIKELY) ??
    when(wishesForSomebody(normalised) && ranked[0]?.intent === 'recommend_product', 'recommend_product', LIKELY) ??
    when(asksDiscount(normalised) && surelyNamed(input.slots).length === 0, 'promotion_question', LIKELY) ??
    followUp(normalised, ranked, input) ??
    wishOfAKind(normalised, ranked, input) ??
    asProcedure(normalised, byClassifier(normalised, person === 'no' ? withoutPerson(ranked) : ranked, input), input);
  const alternatives = ranked.filter(({ intent }) => intent !== verdict.intent).slice(0, 3);
  const route = verdict.route ?? input.knowledge.routeOf.get(verdict.intent) ?? 'clarify';
  return {
    text: input.text,
    intent: verdict.intent,
    route,
    confidence: Math.min(1, Math.max(0, verdict.confidence)),
    slots: verdict.intent === 'complaint' ? { ...input.slots, offerOnly: true } : input.slots,
    ...(verdict.procedureOf && { procedureOf: verdict.procedureOf }),
    isQuestion: isQuestion(normalised),
    alternatives,
  };
}

/** Of the services that pages tell of the likeliest; what none of them is, pages are asked for as well. */
const servicePriceIntent = (ranked: readonly ScoredIntent[]): string =>
  ranked.find(({ intent }) => OF_SERVICE.has(intent))?.intent ?? 'installation_question';

const namesNothing = ({ products, categories, orderIds }: Slots): boolean =>
  products.length + categories.length + orderIds.length === 0;

const when = (holds: boolean, intent: string, confidence: number): Verdict | undefined =>
  holds ? { intent, confidence } : undefined;

/** "How do I return something?" is answered from the documents; the order flow stands by. */
function asProcedure(normalised: string, verdict: Verdict, { slots, context }: RequestInput): Verdict {
  if (context.askedSlot !== undefined) return verdict;
  const one = context.focusOrderIds.length === 1;
  const inView = one && (context.lastRoute === 'order' || stillChanges(normalised));
  const listed = context.lastRoute === 'order' && context.focusOrderIds.length > 1;
  const ofOrder = questionOfOrder(normalised, verdict.intent, { slots, inView, listed });
  if (ofOrder) return { intent: ofOrder, confidence: verdict.confidence, route: 'order' };
  const question = procedureQuestion(normalised, verdict.intent, { slots, inView });
  return question ? { ...verdict, intent: question, route: 'knowledge', procedureOf: verdict.intent } : verdict;
}

const isOfOrders = (best: ScoredIntent | undefined, { knowledge }: RequestInput): boolean =>
  best !== undefined && knowledge.routeOf.get(best.intent) === 'order';

const complainsOfAdvice = (normalised: string, { slots, context }: RequestInput): boolean =>
  context.lastIntent === 'troubleshooting' &&
  !context.pendingConfirmation &&
  namesNothing(slots) &&
  isStillBroken(normalised);

/** A plain yes or no settles what is open: the confirmation first, then the offer of a person. */
function answerInContext(normalised: string, { slots, context }: RequestInput): Verdict | undefined {
  if (slots.answer === undefined) return undefined;
  const intent = slots.answer === 'yes' ? 'affirm' : 'deny';
  if (context.pendingConfirmation) return { intent, confidence: CERTAIN, route: 'order' };
  // "Ok, cancel it" wants that done, and nobody brought in.
  if (context.offeredHuman && slots.answer === 'yes' && !wantsChange(normalised))
    return { intent: 'human_agent', confidence: CERTAIN };
  return { intent, confidence: 0.95 };
}

/** One order is the talk's subject: "on Saturday?" asks when that one comes. */
const talksOfOrder = ({ slots, context }: RequestInput): boolean =>
  slots.orderIds.length > 0 || (context.lastRoute === 'order' && context.focusOrderIds.length > 0);

/** "I'll take two" of the product in view; in talk about an order it is of that order. */
const isOfWhatToBuy = (normalised: string, input: RequestInput): boolean =>
  input.context.askedSlot === undefined && !talksOfOrder(input) && wishesToBuy(normalised, namesProduct(input.slots));

/** "Game for two to take on holiday": a kind of the shop's goods and what it should be like, whatever it was taken for. */
function wishOfAKind(normalised: string, [best]: readonly ScoredIntent[], { slots, context, knowledge }: RequestInput) {
  const kind = slots.categories.some(({ score }) => score >= OWN_KIND) && surelyNamed(slots).length === 0;
  const ordered = slots.categories.length > 0 && ordersSome(normalised);
  const most = kind && asksForMost(normalised);
  if (context.askedSlot !== undefined || !(ordered || most || (kind && wishesForGoods(normalised)))) return undefined;
  const route = best && knowledge.routeOf.get(best.intent);
  const unplaced =
    !best ||
    (most && route === 'knowledge') ||
    best.confidence < OWN_TOPIC ||
    route === 'decline' ||
    route === 'clarify';
  return when(unplaced, 'recommend_product', LIKELY);
}

/** A number alone is the answer to our question, or asks for that order. */
function bareNumber(normalised: string, { slots, context, knowledge }: RequestInput): Verdict | undefined {
  if (!isBareNumber(normalised, slots)) return undefined;
  const lastRoute = context.lastIntent === undefined ? undefined : knowledge.routeOf.get(context.lastIntent);
  if (context.lastIntent !== undefined && lastRoute === 'order')
    return { intent: context.lastIntent, confidence: 0.95 };
  return { intent: slots.trackingNumbers.length > 0 ? 'track_order' : 'list_orders', confidence: 0.95 };
}

/** Elliptical messages take their own topic if they name one, the last intent's otherwise. */
function followUp(normalised: string, ranked: readonly ScoredIntent[], input: RequestInput): Verdict | undefined {
  const { slots, context, knowledge } = input;
  if (context.lastIntent === undefined) return undefined;
  const own = knowledge.routeOf.get(context.lastIntent);
  // What the documents answered is theirs to go on with, whatever the classifier took it for.
  const answered = context.lastRoute === 'knowledge' && !INHERITABLE.has(own ?? 'decline');
  const lastRoute = answered ? 'knowledge' : own;
  if (lastRoute === undefined || !INHERITABLE.has(lastRoute)) return undefined;
  const inherited: Verdict = {
    intent: context.lastIntent,
    confidence: answered ? SURE_SMALLTALK : LIKELY,
    ...(answered && { route: 'knowledge' as const }),
  };
  const ofGoods = lastRoute !== 'order' && context.focusProductIds.length > 0;
  if (ofGoods && slots.orderIds.length === 0 && asksOtherSize(normalised))
    return { intent: OF_ROWS.has(context.lastIntent) ? context.lastIntent : 'product_question', confidence: CERTAIN };
  const topic = ellipticalTopic(normalised);
  if (lastRoute === 'knowledge' && isBareQuestion(normalised)) return { ...inherited, confidence: CERTAIN };
  if (lastRoute === 'order' && isHelpless(normalised)) return inherited;
  if (lastRoute === 'order' && asksWhetherStays(normalised)) return { intent: 'list_orders', confidence: LIKELY };
  if (topic !== undefined && isReference(topic) && lastRoute !== 'order') return inherited;
  if (topic !== undefined) return ofTopic(topic, inherited, lastRoute, input);
  if (ofGoods && asksOtherOptions(normalised)) return { intent: 'product_question', confidence: LIKELY };
  if (isReference(normalised)) return inherited;
  const several = lastRoute !== 'order' && context.focusProductIds.length > 1;
  if (several && slots.products.length + slots.categories.length === 0 && asksWhichOfThem(normalised))
    return { intent: 'compare_products', confidence: LIKELY };
  const measure = tellsMeasure(normalised) && slots.products.length === 0 && slots.orderIds.length === 0;
  const budget = slots.priceRange !== undefined && normalised.length <= SHORT_BUDGET && slots.orderIds.length === 0;
  if (lastRoute === 'recommend' && (measure || budget || ownsAlready(normalised) || refinesWish(normalised)))
    return { intent: 'recommend_product', confidence: LIKELY };
  if (lastRoute === 'knowledge' && measure) return inherited;
  const best = ranked[0];
  const bestRoute = best && knowledge.routeOf.get(best.intent);
  const sure =
    best !== undefined &&
    best.confidence >= (bestRoute === 'smalltalk' ? SURE_SMALLTALK : LIKELY) &&
    bestRoute !== 'decline';
  if (!sure && answersAskedSlot(normalised, slots, context) && !isQuestion(normalised)) return inherited;
  // "How long does it take to my card" right after a refund was told about asks for the refund's time.
  if (context.lastIntent === 'refund_status' && isArrival(normalised) && slots.orderIds.length === 0)
    return { intent: 'refund_policy', confidence: LIKELY, route: 'knowledge' };
  // "多久能到" right after an order is about that order.
  if (
    best?.intent === 'delivery_policy' &&
    lastRoute === 'order' &&
    context.focusOrderIds.length > 0 &&
    isArrival(normalised)
  ) {
    return { intent: 'track_order', confidence: LIKELY };
  }
  return undefined;
}

/** "And the shipping?" has a topic of its own; "and for winter?" and, in talk about orders, "and the kettle?" have not. */
function ofTopic(topic: string, inherited: Verdict, lastRoute: Route, { slots, knowledge }: RequestInput): Verdict {
  const { classifier, routeOf } = knowledge;
  const [best] = classifier.classify(topic);
  // "And the refund?", of an order or of the rules for it: a topic of its own, be it as short as it may.
  if (asksRefund(topic) && best && (best.confidence < OWN_TOPIC || changesUnsaid(topic, best.intent)))
    return { intent: lastRoute === 'order' ? 'refund_status' : 'refund_policy', confidence: LIKELY };
  if (!best || best.confidence < OWN_TOPIC || !INHERITABLE.has(routeOf.get(best.intent) ?? 'decline')) return inherited;
  if (lastRoute === 'order' && changesUnsaid(topic, best.intent)) return inherited;
  const wishes = routeOf.get(best.intent) === 'recommend';
  const names = slots.products.length + slots.categories.length > 0;
  if (lastRoute === 'knowledge' && wishes && refinesWish(topic)) return inherited;
  if (lastRoute === 'order' && names && (wishes || best.intent === 'product_question')) return inherited;
  return { intent: best.intent, confidence: Math.max(best.confidence, 0.7) };
}

/** "多久到货" of nothing that is in view is of how long parcels take, not of goods that come back. */
const asksArrivalInGeneral = (normalised: string, { slots, context }: RequestInput): boolean =>
  /^(?:请问|你好|那|大概|一般|下单后?|买了|拍下|[，, ])*(?:多久|几天|多长时间|多少天)(?:才?能|可以|会)?(?:到货|送到|收到货?|到|送达)[呢啊呀吗]?[?？]*$/.test(
    normalised,
  ) &&
  namesNothing(slots) &&
  context.focusOrderIds.length + context.focusProductIds.length === 0;

function isArrival(normalised: string): boolean {
  return (
    /(?:多久|几天|什么时候|几号).{0,4}(?:到|送)|能到|how long|when will|how many days/.test(normalised) &&
    !/一般|通常|usually|normally|in general/.test(normalised)
  );
}

function withoutPerson(ranked: readonly ScoredIntent[]): ScoredIntent[] {
  return ranked.filter(({ intent }) => intent !== 'human_agent');
}
