import { anyOf } from '../text/any-of.ts';
import type { ScoredIntent } from './classifier.ts';
import { wantsChange } from './follow-up.ts';
import { maskValues, splitTokens } from './normalise.ts';
import { pointsAtView } from './points-at-view.ts';
import { isQuestion } from './question.ts';
import {
  INHERITABLE,
  LIKELY,
  type RequestInput,
  type RequestKnowledge,
  SURE_SMALLTALK,
  type Verdict,
} from './request-input.ts';
import { namesProduct } from './slots/named-product.ts';
import type { DialogueContext, Route, Slots } from './types.ts';

/** Asking for a person without the rule's words needs this much. */
const PERSON_BY_CLASSIFIER = 0.6;
/** A product named well overrules "out of scope" below this. */
const SURELY_OUT_OF_SCOPE = 0.93;
/** A kind of the shop's goods outweighs less of it, where it is named by its own word. */
const FOREIGN_TO_GOODS = 0.6;
const NAMED_KIND = 0.8;
/** Less than this is no sign of an intent. */
const SOME = 0.05;
/** Of a mention by the product's whole name, or by a model number and what it belongs to ("Homestead 4"). */
const WHOLE_NAME = 0.9;
/** With less than this for out of scope, what we can't place may still be ours: retrieval or a question back decides. */
const MAYBE_OURS = 0.2;
const SHOP_TALK_CREDIT = 1.5;
/** Share of all probability that settles the branch when no intent is sure. */
const BRANCH_SHARE = 0.45;
const SURELY_FOREIGN = 0.33;
/** "Do you develop film" names a kind of the shop's goods: small talk must be surer than that. */
const SURE_SMALLTALK_OF_GOODS = 0.8;
/** A short message that is hardly small talk may be anything (刀片崩了). */
const HARDLY = 0.35;
/** In UTF-16 units; Chinese says more with less, but small talk is below it in both. */
const LONG_FOR_SMALLTALK = 14;
/** More products in view are a list. */
const FEW = 3;
/** What may become of it, or of those who have it, is asked of goods: eaten by a pet, left in the rain. */
const OF_CARE = anyOf(
  /吃|咬|舔|毒|晒|淋|冻|洗|摔|过敏|掉色|褪色|坏|烂/,
  /\b(?:eat|eats|ate|chew\w*|lick\w*|poison\w*|toxic|safe|wash\w*|drop\w*|freez\w*|frost)\b/,
  /\b(?:rain|sun|fade\w*|allerg\w*)\b/,
);
const SHORT_QUESTION = 40;
const ASKS_WAY_OUT = /怎么办|咋办|怎么救|还有救|\bwhat (?:can|should|do|shall) i do\b/;

/** What the classifier makes of a request that no rule reads; doubt is left to the documents or asked back. */
export function byClassifier(
  normalised: string,
  guessed: readonly ScoredIntent[],
  { slots, context, knowledge }: RequestInput,
): Verdict {
  const { classifier, routeOf } = knowledge;
  const ranked = withoutUnsaidCancel(normalised, guessed);
  const best = ranked.find(({ intent, confidence }) => intent !== 'human_agent' || confidence >= PERSON_BY_CLASSIFIER);
  if (!best) return { intent: 'unclear', confidence: 0, route: 'clarify' };
  const route = routeOf.get(best.intent);
  const named = namesProduct(slots);
  // A name given in full is ours to answer for, however strange the question ("who wrote The Salt Road?").
  const wholeName = named && isQuestion(normalised) && (slots.products[0]?.score ?? 0) >= WHOLE_NAME;
  const ownKind = slots.categories.some(({ score }) => score >= NAMED_KIND);
  const goods = ownKind && best.confidence < FOREIGN_TO_GOODS;
  if (route === 'decline' && (goods || (named && (wholeName || best.confidence < SURELY_OUT_OF_SCOPE)))) {
    const ours = ranked.find(
      ({ intent, confidence }) => confidence >= SOME && INHERITABLE.has(routeOf.get(intent) ?? 'decline'),
    );
    return {
      intent: ours?.intent ?? 'product_question',
      confidence: Math.max(classifier.threshold, ours?.confidence ?? 0),
    };
  }
  const mayBeOurs = route === 'decline' && best.confidence < SURELY_OUT_OF_SCOPE;
  if (mayBeOurs && asksCareOfView(normalised, context))
    return { intent: 'product_question', confidence: classifier.threshold };
  const inView = mayBeOurs && pointsAtView(normalised, context);
  if (inView)
    return { intent: inView === 'order' ? 'list_orders' : 'product_question', confidence: classifier.threshold };
  // "好的 退那两个吧" nods, and wants something done.
  const deed =
    best.intent === 'affirm' && wantsChange(normalised) && ranked.find((one) => routeOf.get(one.intent) === 'order');
  if (deed) return { intent: deed.intent, confidence: classifier.threshold };
  // A clear yes or no was read by its words; what only sounds like a refusal ("it's not right") has something behind it.
  if (best.intent === 'deny')
    return { intent: 'unclear', confidence: best.confidence, route: isQuestion(normalised) ? 'knowledge' : 'clarify' };
  // Who asks what to do about something wants no other goods.
  if (best.intent === 'recommend_product' && best.confidence < LIKELY && ASKS_WAY_OUT.test(normalised))
    return { intent: 'troubleshooting', confidence: best.confidence, route: 'knowledge' };
  // "The feeder jams, what do I do?" says what about.
  if (best.intent === 'vague_help' && (named || ownKind))
    return { intent: 'troubleshooting', confidence: Math.max(best.confidence, classifier.threshold) };
  if (best.intent === 'recommend_product' && best.confidence < LIKELY && asksOfTheOneTold(normalised, slots, context))
    return { intent: 'product_question', confidence: classifier.threshold };
  const hardlySmalltalk = route === 'smalltalk' && !isSmalltalk(normalised, best, slots);
  if (route !== 'decline' && !named && !ownKind && seemsForeign(normalised, ranked, knowledge))
    return { intent: 'unclear', confidence: best.confidence, route: isQuestion(normalised) ? 'knowledge' : 'clarify' };
  // Out of scope by a hair is doubt, not a refusal.
  const barelyForeign = route === 'decline' && best.confidence < SURELY_FOREIGN;
  if (best.confidence >= classifier.threshold && !hardlySmalltalk && !barelyForeign) return best;
  return inDoubt(normalised, ranked, named || slots.categories.length > 0, knowledge);
}

/** In talk about a product a question that names nothing is of it, or the documents': they say so when they know nothing. */
function asksCareOfView(normalised: string, { lastRoute, focusProductIds }: DialogueContext): boolean {
  return (
    (lastRoute === 'knowledge' || lastRoute === 'recommend') &&
    focusProductIds.length > 0 &&
    focusProductIds.length <= FEW &&
    OF_CARE.test(normalised) &&
    isQuestion(normalised)
  );
}

/** "Has it a night mode" right after a product was told of asks of that one, not for another. */
function asksOfTheOneTold(
  normalised: string,
  { products, categories }: Slots,
  { lastRoute, focusProductIds }: DialogueContext,
): boolean {
  return (
    lastRoute === 'knowledge' &&
    focusProductIds.length === 1 &&
    products.length + categories.length === 0 &&
    asksOfOne(normalised)
  );
}

/** Small talk is short and asks for nothing: what only looks a little like it is something else. */
function isSmalltalk(normalised: string, { confidence }: ScoredIntent, { categories }: Slots): boolean {
  if (confidence < HARDLY) return false;
  const sure = confidence >= SURE_SMALLTALK && (categories.length === 0 || confidence >= SURE_SMALLTALK_OF_GOODS);
  return sure || (normalised.length <= LONG_FOR_SMALLTALK && !isQuestion(normalised));
}

/** What gives an order up; less is no wish to have it cancelled, unless the classifier is sure. */
const GIVES_UP = anyOf(
  /取消|撤|退|不想?要|不买|不需要|用不[着上到]|关[掉闭]|作废|后悔|改主意|别(?:发|送|寄)|拦/,
  /[拍买下点]错|重复|多[买拍下]/,
  /\b(?:can\w{0,3}[ls]\w*|call\w* (?:it |this |that )?off|want|need\w*|stop\w*|abort|scrap)\b/,
  /\b(?:void|revoke|withdraw|drop|mind|back out|remove|delete|undo|twice|duplicate|mistake)\b/,
  /\b(?:wrong|rid of|close)\b/,
);
const SURE_CANCEL = 0.75;

/** "It isn't sucking anymore" sounds a little like a cancelling and has no word of one: it is none. */
function withoutUnsaidCancel(normalised: string, ranked: readonly ScoredIntent[]): readonly ScoredIntent[] {
  const [best, ...others] = ranked;
  if (best?.intent !== 'cancel_order' || best.confidence >= SURE_CANCEL || GIVES_UP.test(normalised)) return ranked;
  return others;
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

/** Short, a question, and without a word that looks for other goods. */
const asksOfOne = (normalised: string): boolean =>
  normalised.length <= SHORT_QUESTION &&
  isQuestion(normalised) &&
  !/推荐|别的|其他|哪[款个种些]|送给?|适合|\b(?:recommend|suggest|other|another|which|any|something|for (?:my|a|an)|best)\b/.test(
    normalised,
  );
