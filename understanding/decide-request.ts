import { byClassifier } from './by-classifier.ts';
import type { ScoredIntent } from './classifier.ts';
import { asksWhatGoesWith, asksWhichIsMore, isBareNumber, isGreeting, wantsChange } from './follow-up.ts';
import { followUpVerdict } from './follow-up-verdict.ts';
import { normaliseText } from './normalise.ts';
import { withPlainNumbers } from './plain-numbers.ts';
import { isQuestion } from './question.ts';
import { CERTAIN, LIKELY, OWN_TOPIC, type RequestInput, type Verdict } from './request-input.ts';
import { asksDeliveryDay } from './rules/asks-delivery-day.ts';
import { asksDiscount } from './rules/asks-discount.ts';
import { asksForPerson } from './rules/asks-for-person.ts';
import { asksLanguage } from './rules/asks-language.ts';
import { asksOwnPrompt } from './rules/asks-own-prompt.ts';
import { asksReceiver } from './rules/asks-receiver.ts';
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
import type { Slots, UnderstoodRequest } from './types.ts';

/** A category by one of its words. */
const OWN_KIND = 0.8;
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
    when(asksReceiver(normalised) && input.context.askedSlot === undefined, 'track_order', LIKELY) ??
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
    followUpVerdict(normalised, ranked, input) ??
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

/** "多久到货" of nothing that is in view is of how long parcels take, not of goods that come back. */
const asksArrivalInGeneral = (normalised: string, { slots, context }: RequestInput): boolean =>
  /^(?:请问|你好|那|大概|一般|下单后?|买了|拍下|[，, ])*(?:多久|几天|多长时间|多少天)(?:才?能|可以|会)?(?:到货|送到|收到货?|到|送达)[呢啊呀吗]?[?？]*$/.test(
    normalised,
  ) &&
  namesNothing(slots) &&
  context.focusOrderIds.length + context.focusProductIds.length === 0;

function withoutPerson(ranked: readonly ScoredIntent[]): ScoredIntent[] {
  return ranked.filter(({ intent }) => intent !== 'human_agent');
}
