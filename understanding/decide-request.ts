import { asksDeliveryDay } from './asks-delivery-day.ts';
import { asksLanguage } from './asks-language.ts';
import type { IntentClassifier, ScoredIntent } from './classifier.ts';
import type { ConceptFinder } from './concepts.ts';
import {
  answersAskedSlot,
  asksOtherOptions,
  asksRefund,
  asksWhichIsMore,
  asksWhichOfThem,
  changesUnsaid,
  ellipticalTopic,
  isBareNumber,
  isBareQuestion,
  isGreeting,
  isHelpless,
  isReference,
  refinesWish,
  tellsMeasure,
} from './follow-up.ts';
import { givesInvoiceTitle } from './gives-invoice-title.ts';
import { asksForPerson } from './human-request.ts';
import { maskValues, normaliseText, splitTokens } from './normalise.ts';
import { withPlainNumbers } from './plain-numbers.ts';
import { pointsAtView } from './points-at-view.ts';
import { procedureQuestion, questionOfOrder, stillChanges } from './procedure.ts';
import { isQuestion } from './question.ts';
import { namesProduct, surelyNamed } from './slots/named-product.ts';
import type { DialogueContext, Route, Slots, UnderstoodRequest } from './types.ts';
import { wishesToBuy } from './wants-to-buy.ts';
import { asksWhereIsOwn } from './where-is-own.ts';

/** What deciding on a request needs to know. */
export interface RequestKnowledge {
  classifier: IntentClassifier;
  concepts: ConceptFinder;
  routeOf: ReadonlyMap<string, Route>;
}

export interface RequestInput {
  text: string;
  slots: Slots;
  context: DialogueContext;
  knowledge: RequestKnowledge;
}

/** A rule's verdict is as sure as this; rules only speak where they are nearly never wrong. */
const CERTAIN = 0.98;
const LIKELY = 0.8;
/** An own topic beats the last one when it is this sure; the name of a thing alone (那加湿器呢) is no topic. */
const OWN_TOPIC = 0.45;
/** Asking for a person without the rule's words needs this much. */
const PERSON_BY_CLASSIFIER = 0.6;
/** A product named well overrules "out of scope" below this. */
const SURELY_OUT_OF_SCOPE = 0.93;
/** Less than this is no sign of an intent. */
const SOME = 0.05;
/** Of a mention that is the product's whole name. */
const WHOLE_NAME = 0.95;
/** With less than this for out of scope, what we can't place may still be ours: retrieval or a question back decides. */
const MAYBE_OURS = 0.2;
const SHOP_TALK_CREDIT = 1.5;
/** Share of all probability that settles the branch when no intent is sure. */
const BRANCH_SHARE = 0.45;
const SURELY_FOREIGN = 0.33;
const SURE_SMALLTALK = 0.5;
/** In UTF-16 units; Chinese says more with less, but small talk is below it in both. */
const LONG_FOR_SMALLTALK = 14;
const INHERITABLE: ReadonlySet<Route> = new Set<Route>(['knowledge', 'order', 'recommend']);

/** One request's intent and route: plain rules first, then the conversation's state, then the classifier, then doubt. */
export function decideRequest(input: RequestInput): UnderstoodRequest {
  const normalised = normaliseText(input.text);
  const ranked = input.knowledge.classifier.classify(withPlainNumbers(input.text, input.slots));
  const person = asksForPerson(normalised);
  const verdict =
    when(person === 'yes', 'human_agent', CERTAIN) ??
    answerInContext(input) ??
    bareNumber(normalised, input) ??
    when(isGreeting(normalised), 'greeting', CERTAIN) ??
    when(asksLanguage(normalised), 'bot_identity', CERTAIN) ??
    when(asksWhereIsOwn(normalised, input.slots), 'track_order', LIKELY) ??
    when(givesInvoiceTitle(normalised), 'invoice_request', LIKELY) ??
    when(isOfWhatToBuy(normalised, input), 'ordering_question', LIKELY) ??
    when(asksDeliveryDay(normalised) && !talksOfOrder(input), 'delivery_policy', LIKELY) ??
    when(surelyNamed(input.slots).length > 1 && asksWhichIsMore(normalised), 'compare_products', LIKELY) ??
    followUp(normalised, ranked, input) ??
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

interface Verdict extends ScoredIntent {
  /** Where it differs from the intent's own route. */
  route?: Route;
  procedureOf?: string;
}

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

/** A plain yes or no settles what is open: the confirmation first, then the offer of a person. */
function answerInContext({ slots, context }: RequestInput): Verdict | undefined {
  if (slots.answer === undefined) return undefined;
  const intent = slots.answer === 'yes' ? 'affirm' : 'deny';
  if (context.pendingConfirmation) return { intent, confidence: CERTAIN, route: 'order' };
  if (context.offeredHuman && slots.answer === 'yes') return { intent: 'human_agent', confidence: CERTAIN };
  return { intent, confidence: 0.95 };
}

/** One order is the talk's subject: "on Saturday?" asks when that one comes. */
const talksOfOrder = ({ slots, context }: RequestInput): boolean =>
  slots.orderIds.length > 0 || (context.lastRoute === 'order' && context.focusOrderIds.length > 0);

/** "I'll take two" of the product in view; in talk about an order it is of that order. */
const isOfWhatToBuy = (normalised: string, input: RequestInput): boolean =>
  input.context.askedSlot === undefined && !talksOfOrder(input) && wishesToBuy(normalised, namesProduct(input.slots));

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
  const topic = ellipticalTopic(normalised);
  if (lastRoute === 'knowledge' && isBareQuestion(normalised)) return { ...inherited, confidence: CERTAIN };
  if (lastRoute === 'order' && isHelpless(normalised)) return inherited;
  if (topic !== undefined && isReference(topic) && lastRoute !== 'order') return inherited;
  if (topic !== undefined) return ofTopic(topic, inherited, lastRoute, input);
  if (lastRoute !== 'order' && context.focusProductIds.length > 0 && asksOtherOptions(normalised))
    return { intent: 'product_question', confidence: LIKELY };
  if (isReference(normalised)) return inherited;
  const several = lastRoute !== 'order' && context.focusProductIds.length > 1;
  if (several && slots.products.length + slots.categories.length === 0 && asksWhichOfThem(normalised))
    return { intent: 'compare_products', confidence: LIKELY };
  const measure = tellsMeasure(normalised) && slots.products.length === 0 && slots.orderIds.length === 0;
  if (lastRoute === 'recommend' && (measure || refinesWish(normalised)))
    return { intent: 'recommend_product', confidence: LIKELY };
  if (lastRoute === 'knowledge' && measure) return inherited;
  const best = ranked[0];
  const bestRoute = best && knowledge.routeOf.get(best.intent);
  const sure =
    best !== undefined &&
    best.confidence >= (bestRoute === 'smalltalk' ? SURE_SMALLTALK : LIKELY) &&
    bestRoute !== 'decline';
  if (!sure && answersAskedSlot(normalised, slots, context) && !isQuestion(normalised)) return inherited;
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
  if (!best || best.confidence < OWN_TOPIC || !INHERITABLE.has(routeOf.get(best.intent) ?? 'decline')) return inherited;
  if (lastRoute === 'order' && changesUnsaid(topic, best.intent))
    return asksRefund(topic) ? { intent: 'refund_status', confidence: LIKELY } : inherited;
  const wishes = routeOf.get(best.intent) === 'recommend';
  const names = slots.products.length + slots.categories.length > 0;
  if (lastRoute === 'knowledge' && wishes && refinesWish(topic)) return inherited;
  if (lastRoute === 'order' && names && (wishes || best.intent === 'product_question')) return inherited;
  return { intent: best.intent, confidence: Math.max(best.confidence, 0.7) };
}

function isArrival(normalised: string): boolean {
  return (
    /(?:多久|几天|什么时候|几号).{0,4}(?:到|送)|能到|how long|when will|how many days/.test(normalised) &&
    !/一般|通常|usually|normally|in general/.test(normalised)
  );
}

function withoutPerson(ranked: readonly ScoredIntent[]): ScoredIntent[] {
  return ranked.filter(({ intent }) => intent !== 'human_agent');
}

function byClassifier(
  normalised: string,
  ranked: readonly ScoredIntent[],
  { slots, context, knowledge }: RequestInput,
): Verdict {
  const { classifier, routeOf } = knowledge;
  const best = ranked.find(({ intent, confidence }) => intent !== 'human_agent' || confidence >= PERSON_BY_CLASSIFIER);
  if (!best) return { intent: 'unclear', confidence: 0, route: 'clarify' };
  const route = routeOf.get(best.intent);
  const named = namesProduct(slots);
  // A name given in full is ours to answer for, however strange the question ("who wrote The Salt Road?").
  const wholeName = named && isQuestion(normalised) && (slots.products[0]?.score ?? 0) >= WHOLE_NAME;
  if (route === 'decline' && named && (wholeName || best.confidence < SURELY_OUT_OF_SCOPE)) {
    const ours = ranked.find(
      ({ intent, confidence }) => confidence >= SOME && INHERITABLE.has(routeOf.get(intent) ?? 'decline'),
    );
    return {
      intent: ours?.intent ?? 'product_question',
      confidence: Math.max(classifier.threshold, ours?.confidence ?? 0),
    };
  }
  const inView = route === 'decline' && best.confidence < SURELY_OUT_OF_SCOPE && pointsAtView(normalised, context);
  if (inView)
    return { intent: inView === 'order' ? 'list_orders' : 'product_question', confidence: classifier.threshold };
  // A clear yes or no was read by its words; what only sounds like a refusal ("it's not right") has something behind it.
  if (best.intent === 'deny') return { intent: 'unclear', confidence: best.confidence, route: 'clarify' };
  // Small talk is short and asks for nothing: what only looks a little like it is something else.
  const chatty =
    route === 'smalltalk' &&
    best.confidence < SURE_SMALLTALK &&
    (normalised.length > LONG_FOR_SMALLTALK || isQuestion(normalised));
  if (route !== 'decline' && !named && seemsForeign(normalised, ranked, knowledge))
    return { intent: 'unclear', confidence: best.confidence, route: isQuestion(normalised) ? 'knowledge' : 'clarify' };
  // Out of scope by a hair is doubt, not a refusal.
  const barelyForeign = route === 'decline' && best.confidence < SURELY_FOREIGN;
  if (best.confidence >= classifier.threshold && !chatty && !barelyForeign) return best;
  return inDoubt(normalised, ranked, named || slots.categories.length > 0, knowledge);
}

/** Whether too much of the probability is out of scope to trust the best intent; words of the trade are given some credit. */
function seemsForeign(normalised: string, ranked: readonly ScoredIntent[], knowledge: RequestKnowledge): boolean {
  const outside = ranked.reduce(
    (sum, { intent, confidence }) => (knowledge.routeOf.get(intent) === 'decline' ? sum + confidence : sum),
    0,
  );
  const { doubtAbove } = knowledge.classifier;
  return outside >= (isShopTalk(normalised, knowledge) ? SHOP_TALK_CREDIT * doubtAbove : doubtAbove);
}

/** Below the threshold: the branch that most of the probability is in, if there is one; else what kind of talk it is decides. */
function inDoubt(
  normalised: string,
  ranked: readonly ScoredIntent[],
  named: boolean,
  knowledge: RequestKnowledge,
): Verdict {
  const { routeOf } = knowledge;
  const shares = new Map<Route, number>();
  for (const { intent, confidence } of ranked) {
    const route = routeOf.get(intent) ?? 'clarify';
    shares.set(route, (shares.get(route) ?? 0) + confidence);
  }
  for (const route of INHERITABLE) {
    const first = ranked.find(({ intent }) => routeOf.get(intent) === route);
    if (first && (shares.get(route) ?? 0) >= BRANCH_SHARE) return first;
  }
  const confidence = ranked[0]?.confidence ?? 0;
  const maybeOurs = named || (shares.get('decline') ?? 0) < MAYBE_OURS || isShopTalk(normalised, knowledge);
  const route = !maybeOurs ? 'decline' : named || isQuestion(normalised) ? 'knowledge' : 'clarify';
  return { intent: 'unclear', confidence, route };
}

function isShopTalk(normalised: string, { concepts }: RequestKnowledge): boolean {
  return concepts.find(splitTokens(maskValues(normalised))).some((concept) => concepts.isShop(concept));
}
