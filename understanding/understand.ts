import { createIntentClassifier } from './classifier.ts';
import { createConceptFinder } from './concepts.ts';
import { decideRequest } from './decide-request.ts';
import { ellipticalTopic } from './follow-up.ts';
import { loadIntents } from './intents.ts';
import { detectLanguage } from './language.ts';
import { loadLexicon } from './lexicon.ts';
import type { IntentModel } from './model-file.ts';
import { normaliseText } from './normalise.ts';
import { readPinyin } from './pinyin/read-pinyin.ts';
import type { RequestKnowledge } from './request-input.ts';
import { detectMood } from './rules/mood.ts';
import { findSlots, type SlotFinderOptions } from './slots/find-slots.ts';
import type { OrderShapes } from './slots/order-shapes.ts';
import { type Segment, splitSegments } from './split-requests.ts';
import { topicOf } from './topic-of.ts';
import type { CatalogueIndex, DialogueContext, Understander, Understanding, UnderstoodRequest } from './types.ts';

export interface UnderstandingOptions {
  model: IntentModel;
  catalogue: CatalogueIndex;
  /** The clock; fixed in tests. */
  now?: () => Date;
  /** The shop's IANA zone. */
  timeZone: string;
  /** What the shop's order numbers look like. */
  orderShapes?: OrderShapes;
}

/** In UTF-16 units; what follows in a longer message is not read here. Bounds the time of every pattern. */
const LONGEST_MESSAGE = 2000;
/** More requests than this in one message are answered as far as they go. */
const MOST_REQUESTS = 4;
const SURE_PART = 0.5;

/** Builds the understander from a model of `loadModel()`; reads data/intents once. */
export function createUnderstanding({
  model,
  catalogue,
  now = () => new Date(),
  timeZone,
  orderShapes,
}: UnderstandingOptions): Understander {
  const concepts = createConceptFinder(loadLexicon().concepts);
  const knowledge: RequestKnowledge = {
    classifier: createIntentClassifier(model, concepts),
    concepts,
    routeOf: loadIntents().routeOf,
  };
  const slotOptions: SlotFinderOptions = { catalogue, now, timeZone, ...(orderShapes && { orderShapes }) };
  const decide = (text: string, context: DialogueContext): UnderstoodRequest =>
    decideRequest({ text, slots: findSlots(text, slotOptions), context, knowledge });

  return {
    understand(message, context): Understanding {
      const written = message.slice(0, LONGEST_MESSAGE);
      const pinyin = NAMES_SOMETHING.has(context.askedSlot ?? '') ? undefined : readPinyin(written);
      const text = pinyin?.han ?? written;
      const { language, script } = detectLanguage(text, context.fallbackLanguage);
      const whole = decide(text, context);
      if (pinyin && pinyin.han === undefined && !namesGoods(whole)) return unread(whole, language);
      const segments = splitSegments(text);
      const requests = segments.length > 1 ? joinRequests(whole, decideInTurn(segments, context, decide)) : [whole];
      const angry = requests.some(({ intent }) => intent === 'complaint' || intent === 'abuse');
      return { language, script, requests, mood: angry ? 'angry' : detectMood(text, normaliseText(text)) };
    },
  };
}

/** What is asked for may be called by any letters. */
const NAMES_SOMETHING: ReadonlySet<string> = new Set(['address', 'recipient', 'title', 'contact', 'code']);

const namesGoods = ({ slots }: UnderstoodRequest): boolean =>
  slots.products.length + slots.categories.length + slots.orderIds.length + slots.trackingNumbers.length > 0;

/** Pinyin of which too little is known: it is asked for in other letters, and taken for nothing. */
const unread = (request: UnderstoodRequest, language: Understanding['language']): Understanding => ({
  language,
  script: 'hans',
  requests: [{ ...request, intent: 'unclear', route: 'clarify', confidence: 0 }],
  mood: 'neutral',
});

type Decide = (text: string, context: DialogueContext) => UnderstoodRequest;
interface Part extends Pick<Segment, 'joint'> {
  request: UnderstoodRequest;
}

/** Each segment by itself; "and the humidifier?" is understood from the segment before it. */
function decideInTurn(segments: readonly Segment[], context: DialogueContext, decide: Decide): Part[] {
  const parts: Part[] = [];
  for (const { text, joint } of segments) {
    const before = parts.at(-1)?.request;
    const elliptical = before && ellipticalTopic(normaliseText(text)) !== undefined;
    const request = decide(
      text,
      elliptical ? { ...context, lastIntent: before.intent, lastRoute: before.route } : context,
    );
    parts.push({ request: before ? ofWhatWasNamed(ofItsTopic(request, before), before) : request, joint });
  }
  return parts;
}

const PRONOUN = /它|这款|那款|\b(?:it|they|them|that one|this one)\b/i;

/** 能拆洗吗, 有货吗: Chinese leaves out what was named just before. */
const WITHOUT_SUBJECT =
  /^(?:那|请问|还|也|都|[，, ])*(?:能不?能?|可不?可?以|会不?会?|是不是|带不?带?|防|需?要不?要?|有(?:没有)?(?:现?货|什么颜色|几[种个])|多[大高重长宽厚深]|\p{Script=Han}{2,4}(?:是|有)?(?:多少|多[大高重长宽厚深久])[?？。]?$)/u;

/** A price is asked for, of what the part before names. */
const BARE_PRICE =
  /^(?:那|请问|and |[，, ])*(?:要|是|卖)?(?:多少钱|什么价|价格多少|how much)(?:一?[个件双盒条]|呢|啊)?[?？。.]?$/;

/** What the catalogue's rows are asked; of what is no product ("shipping … what does it cost") only the documents know. */
const OF_A_PRODUCT: ReadonlySet<string> = new Set(['price_question', 'stock_question', 'product_question']);

/** "How long does shipping take and what does it cost": the second part asks about the topic of the first. */
function ofItsTopic(request: UnderstoodRequest, before: UnderstoodRequest): UnderstoodRequest {
  const { intent, text } = request;
  const named = [request.slots, before.slots].some(
    ({ products, categories }) => products.length + categories.length > 0,
  );
  const leans = before.route === 'knowledge' && OF_A_PRODUCT.has(intent);
  if (!leans || named || !PRONOUN.test(text)) return request;
  return { ...request, intent: before.intent, route: before.route, text: `${topicOf(before.text)} ${text}` };
}

/** "Is the M4 quiet? Does it come in white": "it" is what the part before names. */
function ofWhatWasNamed(request: UnderstoodRequest, before: UnderstoodRequest): UnderstoodRequest {
  const { products, categories, orderIds } = request.slots;
  const names = products.length + categories.length + orderIds.length > 0;
  const ofBefore = before.slots.products.length + before.slots.categories.length > 0;
  if (!names && ofBefore && BARE_PRICE.test(normaliseText(request.text)))
    return {
      ...request,
      text: `${before.text} ${request.text}`,
      slots: { ...request.slots, products: before.slots.products, categories: before.slots.categories },
    };
  const leans =
    (OF_A_PRODUCT.has(request.intent) || request.intent === 'unclear') && WITHOUT_SUBJECT.test(request.text);
  if (names || !(PRONOUN.test(request.text) || leans)) return request;
  return {
    ...request,
    slots: { ...request.slots, products: before.slots.products, categories: before.slots.categories },
  };
}

/** Keeps the parts only when two or more of them ask for different things with confidence; one request otherwise. */
function joinRequests(whole: UnderstoodRequest, parts: readonly Part[]): UnderstoodRequest[] {
  if (whole.intent === 'human_agent' && whole.confidence > 0.9) return [whole];
  const kept: UnderstoodRequest[] = [];
  for (const { request, joint } of parts) {
    if (!standsAlone(request, joint)) continue;
    // "It is too small, what do I do?" asks for the change and how it goes: one.
    if (joint !== 'said' && request.procedureOf && kept.some(({ intent }) => intent === request.procedureOf)) continue;
    const same = kept.find(
      (other) => other.intent === request.intent || (isOfProgress(other) && isOfProgress(request)),
    );
    if (same && !asksOfAnother(same, request) && !asksAnew(same, request, joint)) continue;
    if (kept.some(({ route }) => route === 'order') && hardlyOfAnother(request)) continue;
    kept.push(request);
  }
  // To look at an order is part of whatever else is wanted of it.
  const wanted = kept.some(({ route, intent }) => route === 'order' && intent !== 'list_orders')
    ? kept.filter(
        (one) => one.intent !== 'list_orders' || kept.some((other) => other !== one && asksOfAnother(other, one)),
      )
    : kept;
  if (wanted.length === 0) return [whole];
  if (wanted.length === 1) {
    const [only] = wanted;
    // "你好，在吗？我的快递到哪了" is the one request in it, with the slots of all.
    return only && (whole.route === 'smalltalk' || whole.confidence < only.confidence)
      ? [
          {
            ...only,
            text: withoutNoise(parts, only) ?? whole.text,
            slots: { ...whole.slots, ...(only.slots.offerOnly && { offerOnly: true }) },
          },
        ]
      : [whole];
  }
  return wanted.slice(0, MOST_REQUESTS);
}

/** "都几天了" behind a wish for an order names nothing, and is hardly a wish of its own. */
const hardlyOfAnother = ({ route, confidence, slots }: UnderstoodRequest): boolean =>
  route === 'order' &&
  confidence < HARDLY_SURE &&
  slots.products.length + slots.categories.length + slots.orderIds.length === 0;
const HARDLY_SURE = 0.35;

/** Where an order is, and why it takes so long, are one wish in two sentences. */
const isOfProgress = ({ intent }: UnderstoodRequest): boolean => OF_PROGRESS.has(intent);
const OF_PROGRESS: ReadonlySet<string> = new Set(['track_order', 'urge_delivery', 'delivery_not_received']);

/** A question by itself where all that stands beside it is small talk or nothing of ours; undefined: the rest tells of it. */
function withoutNoise(parts: readonly Part[], only: UnderstoodRequest): string | undefined {
  const idle = ({ route, intent, isQuestion, slots }: UnderstoodRequest) =>
    !isQuestion &&
    (route === 'smalltalk' || route === 'decline' || (intent === 'unclear' && route === 'clarify')) &&
    slots.products.length + slots.categories.length + slots.orderIds.length === 0;
  return only.isQuestion && parts.every(({ request }) => request === only || idle(request)) ? only.text : undefined;
}

/** Whether a part says enough to be a request; where it is only likely that one begins, it must be sure. */
function standsAlone({ route, intent, confidence, isQuestion }: UnderstoodRequest, joint: Segment['joint']): boolean {
  if (route === 'smalltalk' || intent === 'vague_help') return false;
  if (joint === 'likely' && confidence < SURE_PART) return false;
  if (intent === 'unclear') return joint !== 'likely' && isQuestion && route === 'knowledge';
  return route !== 'decline' || confidence >= 0.6;
}

/** Two questions on one topic have two answers; two wishes for one order's change are one. */
function asksAnew(before: UnderstoodRequest, request: UnderstoodRequest, joint: Segment['joint']): boolean {
  return request.route === 'knowledge' && (joint === 'said' || (before.isQuestion && request.isQuestion));
}

/** The same wish for another order or product. */
function asksOfAnother(a: UnderstoodRequest, b: UnderstoodRequest): boolean {
  const differs = (x: readonly string[], y: readonly string[]): boolean =>
    x.length > 0 && y.length > 0 && !y.some((id) => x.includes(id));
  const ids = (request: UnderstoodRequest): string[] =>
    request.slots.products.slice(0, 1).map(({ productId }) => productId);
  return differs(a.slots.orderIds, b.slots.orderIds) || differs(ids(a), ids(b));
}
