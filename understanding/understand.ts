import { createIntentClassifier } from './classifier.ts';
import { createConceptFinder } from './concepts.ts';
import { decideRequest, type RequestKnowledge } from './decide-request.ts';
import { loadIntents } from './intents.ts';
import { detectLanguage } from './language.ts';
import { loadLexicon } from './lexicon.ts';
import type { IntentModel } from './model-file.ts';
import { detectMood } from './mood.ts';
import { normaliseText } from './normalise.ts';
import { findSlots, type SlotFinderOptions } from './slots/find-slots.ts';
import type { OrderShapes } from './slots/order-shapes.ts';
import { splitSegments } from './split-requests.ts';
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
      const text = message.slice(0, LONGEST_MESSAGE);
      const { language, script } = detectLanguage(text, context.fallbackLanguage);
      const whole = decide(text, context);
      const segments = splitSegments(text);
      const requests =
        segments.length > 1
          ? joinRequests(
              whole,
              segments.map((segment) => decide(segment, context)),
            )
          : [whole];
      const angry = requests.some(({ intent }) => intent === 'complaint' || intent === 'abuse');
      return { language, script, requests, mood: angry ? 'angry' : detectMood(text, normaliseText(text)) };
    },
  };
}

/** Keeps the parts only when two or more of them ask for different things with confidence; one request otherwise. */
function joinRequests(whole: UnderstoodRequest, parts: readonly UnderstoodRequest[]): UnderstoodRequest[] {
  if (whole.intent === 'human_agent' && whole.confidence > 0.9) return [whole];
  const kept: UnderstoodRequest[] = [];
  for (const part of parts) {
    if (part.route === 'smalltalk' || part.intent === 'vague_help' || part.intent === 'unclear') continue;
    if (part.route === 'decline' && part.confidence < 0.6) continue;
    if (kept.some((other) => other.intent === part.intent && !asksOfAnother(other, part))) continue;
    kept.push(part);
  }
  if (kept.length === 0) return [whole];
  if (kept.length === 1) {
    const [only] = kept;
    // "你好，在吗？我的快递到哪了" is the one request in it, with the slots of all.
    return only && (whole.route === 'smalltalk' || whole.confidence < only.confidence)
      ? [{ ...only, text: whole.text, slots: { ...whole.slots, ...(only.slots.offerOnly && { offerOnly: true }) } }]
      : [whole];
  }
  return kept.slice(0, MOST_REQUESTS);
}

/** The same wish for another order or product. */
function asksOfAnother(a: UnderstoodRequest, b: UnderstoodRequest): boolean {
  const differs = (x: readonly string[], y: readonly string[]): boolean =>
    x.length > 0 && y.length > 0 && !y.some((id) => x.includes(id));
  const ids = (request: UnderstoodRequest): string[] =>
    request.slots.products.slice(0, 1).map(({ productId }) => productId);
  return differs(a.slots.orderIds, b.slots.orderIds) || differs(ids(a), ids(b));
}
