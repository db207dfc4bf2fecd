import type { ScoredIntent } from './classifier.ts';
import {
  answersAskedSlot,
  asksOtherOptions,
  asksRefund,
  asksWhetherStays,
  asksWhichOfThem,
  changesUnsaid,
  ellipticalTopic,
  isBareQuestion,
  isHelpless,
  isReference,
  makesAnother,
  ownsAlready,
  refinesWish,
  tellsMeasure,
} from './follow-up.ts';
import { isQuestion } from './question.ts';
import {
  CERTAIN,
  INHERITABLE,
  LIKELY,
  OWN_TOPIC,
  type RequestInput,
  SURE_SMALLTALK,
  type Verdict,
} from './request-input.ts';
import { asksOtherSize } from './rules/asks-other-size.ts';
import { asksWhichDay } from './rules/asks-which-day.ts';
import type { Route } from './types.ts';

/** "Nothing over 40", 200以内: a budget by itself narrows what was recommended. */
const SHORT_BUDGET = 30;
/** What is asked of a product's row is asked of its other size too. */
const OF_ROWS: ReadonlySet<string> = new Set(['price_question', 'stock_question']);

/** What is talked about, and what of it a message goes on with that says no more. */
interface Talk {
  lastIntent: string;
  lastRoute: Route;
  inherited: Verdict;
  /** Goods are in view, and no order is talked about. */
  ofGoods: boolean;
}

/** Elliptical messages take their own topic if they name one, the last intent's otherwise. Undefined: it stands alone. */
export function followUpVerdict(
  normalised: string,
  ranked: readonly ScoredIntent[],
  input: RequestInput,
): Verdict | undefined {
  const talk = talkOf(input);
  return (
    talk &&
    (ofOtherSize(normalised, talk, input) ??
      elliptical(normalised, talk, input) ??
      ofWhatIsInView(normalised, talk, input) ??
      narrowed(normalised, talk, input) ??
      slotGiven(normalised, ranked, talk, input) ??
      arrivalOfIt(normalised, ranked, talk, input))
  );
}

function talkOf({ context, knowledge }: RequestInput): Talk | undefined {
  const { lastIntent } = context;
  if (lastIntent === undefined) return undefined;
  const own = knowledge.routeOf.get(lastIntent);
  // What the documents answered is theirs to go on with, whatever the classifier took it for.
  const answered = context.lastRoute === 'knowledge' && !INHERITABLE.has(own ?? 'decline');
  const lastRoute = answered ? 'knowledge' : own;
  if (lastRoute === undefined || !INHERITABLE.has(lastRoute)) return undefined;
  return {
    lastIntent,
    lastRoute,
    inherited: {
      intent: lastIntent,
      confidence: answered ? SURE_SMALLTALK : LIKELY,
      ...(answered && { route: 'knowledge' as const }),
    },
    ofGoods: lastRoute !== 'order' && context.focusProductIds.length > 0,
  };
}

function ofOtherSize(normalised: string, { ofGoods, lastIntent }: Talk, { slots }: RequestInput): Verdict | undefined {
  if (!ofGoods || slots.orderIds.length > 0 || !asksOtherSize(normalised)) return undefined;
  return { intent: OF_ROWS.has(lastIntent) ? lastIntent : 'product_question', confidence: CERTAIN };
}

/** "How long?", "and the shipping?": what is said of what was talked about, or of a topic beside it. */
function elliptical(normalised: string, talk: Talk, input: RequestInput): Verdict | undefined {
  const { inherited, lastRoute } = talk;
  if (lastRoute === 'knowledge' && isBareQuestion(normalised)) return { ...inherited, confidence: CERTAIN };
  if (lastRoute === 'order' && isHelpless(normalised)) return inherited;
  if (lastRoute === 'order' && input.context.focusOrderIds.length > 0 && asksWhichDay(normalised))
    return { intent: 'track_order', confidence: LIKELY };
  if (lastRoute === 'order' && asksWhetherStays(normalised)) return { intent: 'list_orders', confidence: LIKELY };
  if (lastRoute === 'order' && makesAnother(normalised)) return { intent: 'change_items', confidence: LIKELY };
  const topic = ellipticalTopic(normalised);
  if (topic === undefined) return undefined;
  return isReference(topic) && lastRoute !== 'order' ? inherited : ofTopic(topic, talk, input);
}

/** "The second one", "any other colours?", "which is lighter?". */
function ofWhatIsInView(
  normalised: string,
  { inherited, lastRoute, ofGoods }: Talk,
  { slots, context }: RequestInput,
): Verdict | undefined {
  if (ofGoods && asksOtherOptions(normalised) && !makesAnother(normalised))
    return { intent: 'product_question', confidence: LIKELY };
  if (isReference(normalised)) return inherited;
  const several = lastRoute !== 'order' && context.focusProductIds.length > 1;
  if (several && slots.products.length + slots.categories.length === 0 && asksWhichOfThem(normalised))
    return { intent: 'compare_products', confidence: LIKELY };
  return undefined;
}

/** "Under 200", "she is 110 cm", "I have that one": more of the wish, or of the question, that was told. */
function narrowed(normalised: string, { inherited, lastRoute }: Talk, { slots }: RequestInput): Verdict | undefined {
  const measure = tellsMeasure(normalised) && slots.products.length === 0 && slots.orderIds.length === 0;
  const budget = slots.priceRange !== undefined && normalised.length <= SHORT_BUDGET && slots.orderIds.length === 0;
  if (lastRoute === 'recommend' && (measure || budget || ownsAlready(normalised) || refinesWish(normalised)))
    return { intent: 'recommend_product', confidence: LIKELY };
  return lastRoute === 'knowledge' && measure ? inherited : undefined;
}

/** What the last reply asked for, and no wish of its own. */
function slotGiven(
  normalised: string,
  [best]: readonly ScoredIntent[],
  { inherited }: Talk,
  { slots, context, knowledge }: RequestInput,
): Verdict | undefined {
  const route = best && knowledge.routeOf.get(best.intent);
  const sure =
    best !== undefined && best.confidence >= (route === 'smalltalk' ? SURE_SMALLTALK : LIKELY) && route !== 'decline';
  return !sure && answersAskedSlot(normalised, slots, context) && !isQuestion(normalised) ? inherited : undefined;
}

function arrivalOfIt(
  normalised: string,
  [best]: readonly ScoredIntent[],
  { lastIntent, lastRoute }: Talk,
  { slots, context }: RequestInput,
): Verdict | undefined {
  if (!isArrival(normalised)) return undefined;
  // "How long does it take to my card" right after a refund was told about asks for the refund's time.
  if (lastIntent === 'refund_status' && slots.orderIds.length === 0)
    return { intent: 'refund_policy', confidence: LIKELY, route: 'knowledge' };
  // "多久能到" right after an order is about that order.
  if (best?.intent === 'delivery_policy' && lastRoute === 'order' && context.focusOrderIds.length > 0)
    return { intent: 'track_order', confidence: LIKELY };
  return undefined;
}

/** "And the shipping?" has a topic of its own; "and for winter?" and, in talk about orders, "and the kettle?" have not. */
function ofTopic(topic: string, { inherited, lastRoute }: Talk, { slots, knowledge }: RequestInput): Verdict {
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

function isArrival(normalised: string): boolean {
  return (
    /(?:多久|几天|什么时候|几号).{0,4}(?:到|送)|能到|how long|when will|how many days/.test(normalised) &&
    !/一般|通常|usually|normally|in general/.test(normalised)
  );
}
