import { allTexts } from '../../../stores/local-text.ts';
import type { ProductStore } from '../../../stores/products.ts';
import { anyOf } from '../../../text/any-of.ts';
import { askedUnits } from '../../../tools/products/product-words.ts';
import { ellipticalTopic, isReference } from '../../../understanding/follow-up.ts';
import { normaliseText } from '../../../understanding/normalise.ts';
import { surelyNamed } from '../../../understanding/slots/named-product.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import type { BranchTask } from '../../branch.ts';
import { asksSendingFee } from '../../knowledge/places/sending.ts';
import { namesNothing } from '../../knowledge/question/names-nothing.ts';
import { isCalledBy } from '../assortment/sells-any.ts';
import { kindsCalled, namesKindAlone, thingSold } from '../assortment/whether-sold.ts';
import { LIVE_INTENTS, OF_OFFER } from '../catalogue/catalogue-question.ts';
import { asksNotice } from '../restock-notice.ts';
import { holderOf } from './holder-of.ts';
import { withNamedByOption } from './named-by-option.ts';
import { siblingMeant } from './sibling-meant.ts';

type Told = Pick<BranchTask, 'request' | 'dialogue'>;
/** Read only where a message may name goods: most questions are of none. */
type Goods = Pick<ProductStore, 'all' | 'byIds'>;

/** What a follow-up asks, in full: of the product that it points at, what was asked of the one before. */
export async function requestMeant({ request, dialogue }: Told, products: Goods): Promise<UnderstoodRequest> {
  const alone = await asNamedAlone({ request, dialogue }, products);
  const viewed = ofView(asOfRow({ request: await ofHolder(alone, products), dialogue }));
  const sibling = await withSibling({ request: viewed, dialogue }, products);
  const another = await ofAnother({ request: sibling, dialogue }, products);
  const again = await withNamedByOption(askedAgain({ request: another, dialogue }), products, dialogue.focusProductIds);
  return asOffered(asSending(asStock(again, dialogue.focusProductIds)), products);
}

/** "Got any kettles", 有衣柜吗 asks whether there are some, however it was understood. */
async function asOffered(request: UnderstoodRequest, products: Goods): Promise<UnderstoodRequest> {
  const thing = thingSold(request.text);
  if (thing === undefined) return request;
  const categories = kindsCalled(thing, await products.all());
  if (categories.length > 0)
    return { ...request, intent: 'stock_question', slots: { ...request.slots, products: [], categories } };
  // "E-bikes" are none of the bikes.
  const called = request.slots.categories.filter(({ category }) => isCalledBy(thing, [category]));
  if (surelyNamed(request.slots).length === 0 && called.length < request.slots.categories.length)
    return { ...request, slots: { ...request.slots, products: [], categories: called } };
  return (await namesAlone(thing, request, products)) ? { ...request, intent: 'stock_question' } : request;
}

/** Whether a text names nothing but goods that are surely meant. */
async function namesAlone(text: string, { slots }: UnderstoodRequest, products: Goods): Promise<boolean> {
  const named = surelyNamed(slots);
  if (named.length === 0) return false;
  const names = (await products.byIds(named)).flatMap(({ name }) => allTexts(name));
  return askedUnits(text, names).length === 0;
}

/** "How much to have the wardrobe delivered" asks no price of a wardrobe. */
const asSending = (request: UnderstoodRequest): UnderstoodRequest =>
  request.intent === 'price_question' && asksSendingFee(request.text)
    ? { ...request, intent: 'delivery_policy' }
    : request;

/** Of a name alone hardly anything else is meant. */
const SURELY_MEANT = 0.8;
/** Less than this is a guess. */
const SURELY_LIVE = 0.5;

/** "Perch chair" and nothing else, at the beginning of a talk: what it costs and whether it can be had, whatever it sounds like. */
async function asNamedAlone({ request, dialogue }: Told, products: Goods): Promise<UnderstoodRequest> {
  const guessed = request.confidence < SURELY_MEANT && dialogue.lastIntent === undefined;
  return guessed && (await namesAlone(request.text, request, products))
    ? { ...request, intent: 'price_question', confidence: SURELY_LIVE }
    : request;
}

/** "Can the 65 W one charge a laptop", taken for a question of stock without a word of it, asks of the thing itself. */
function asOfRow(task: Told): Told {
  const { request, dialogue } = task;
  const guessed =
    LIVE_INTENTS.has(request.intent) && request.confidence < SURELY_LIVE && request.intent !== dialogue.lastIntent;
  return guessed && !OF_OFFER.test(request.text)
    ? { ...task, request: { ...request, intent: 'product_question' } }
    : task;
}

const IT = anyOf(
  /^(?:and |so |ok |but |[, ])*(?:can|could|do|does|is|are|was|will|would|has|have) (?:it|they|these|this one|that one)\b/,
  /^(?:那|请问)?(?:它|这[款个件]|那[款个件])/,
);

/** "Can they take lenses?" of the one product in view is of that one, though a kind of other goods is named with it. */
function ofView({ request, dialogue }: Told): UnderstoodRequest {
  const { slots, text } = request;
  const leans = dialogue.focusProductIds.length === 1 && surelyNamed(slots).length === 0;
  return leans && IT.test(normaliseText(text))
    ? {
        ...request,
        ...(request.intent === 'unclear' ? { intent: 'product_question' } : {}),
        slots: { ...slots, products: [], categories: [] },
      }
    : request;
}

/** "And the mini?": the one of the kind in view that is pointed at is as good as named. */
async function withSibling({ request, dialogue }: Told, products: Goods): Promise<UnderstoodRequest> {
  const { slots, text } = request;
  const topic = ellipticalTopic(normaliseText(text).replace(/[?？。.!]+$/, ''));
  if (topic === undefined || dialogue.focusProductIds.length === 0 || surelyNamed(slots).length > 0) return request;
  const goods = await products.all();
  const focus = goods.filter(({ id }) => dialogue.focusProductIds.includes(id));
  const sibling = siblingMeant(topic.replace(/^(?:the|那个|那款) ?/, ''), focus, goods);
  if (!sibling) return request;
  const intent = dialogue.lastIntent ?? request.intent;
  return { ...request, intent, slots: { ...slots, products: [{ productId: sibling.id, score: 1 }], categories: [] } };
}

/** "And the desk lamp?" after a price asks for a price: nothing but another product, or a kind, is named. */
async function ofAnother({ request, dialogue }: Told, products: Goods): Promise<UnderstoodRequest> {
  const { slots, text } = request;
  const topic = ellipticalTopic(normaliseText(text).replace(/[?？。.!]+$/, ''));
  const asked = dialogue.lastRoute === 'knowledge' ? dialogue.lastIntent : undefined;
  if (topic === undefined || asked === undefined) return request;
  const alone =
    surelyNamed(slots).length > 0 ? await namesAlone(topic, request, products) : namesKindAlone(topic, slots);
  return alone ? { ...request, intent: asked } : request;
}

/** "Does the kettle come with a filter", 水壶送滤芯吗 is asked of the kettle, not of the filters that are sold. */
async function ofHolder(request: UnderstoodRequest, products: Goods): Promise<UnderstoodRequest> {
  const holder = holderOf(request.text);
  const categories = holder === undefined ? [] : kindsCalled(holder, await products.all());
  return categories.length > 0
    ? { ...request, intent: 'product_question', slots: { ...request.slots, products: [], categories } }
    : request;
}

/** Having it again is asked for, not when something else is due. */
const BACK = anyOf(
  /[有到来补上]货|货[到来]|上架|还有|回来|缺货|断货/i,
  /\b(?:stock|restock\w*|available|back|sold out|more of|get (?:it|them|more|some))\b/i,
);

/** "Peace lily back when?" without a wish to be told asks whether there is any; "when does it flower" asks of it. */
function asStock(request: UnderstoodRequest, inView: readonly string[]): UnderstoodRequest {
  if (request.intent !== 'restock_notice' || asksNotice(request.text)) return request;
  if (!BACK.test(request.text)) return { ...request, intent: 'product_question' };
  const one = surelyNamed(request.slots).length === 1 || (inView.length === 1 && request.slots.categories.length === 0);
  return one ? { ...request, intent: 'stock_question' } : request;
}

/** "And the cable one", "M4 那款": what was asked before, of what is pointed at now. */
function askedAgain({ request, dialogue }: Told): UnderstoodRequest {
  const normalised = normaliseText(request.text);
  const topic = ellipticalTopic(normalised);
  const another =
    topic !== undefined && (surelyNamed(request.slots).length === 1 || namesKindAlone(topic, request.slots));
  const points = another || (isReference(topic ?? normalised) && request.slots.products.length > 0);
  const last = dialogue.lastRoute === 'knowledge' ? dialogue.lastQuestion : undefined;
  // "Do you deliver?" "How much is it?": of the topic that the documents answered.
  const ofTopic =
    last !== undefined &&
    dialogue.lastIntent !== undefined &&
    !LIVE_INTENTS.has(dialogue.lastIntent) &&
    dialogue.focusProductIds.length === 0 &&
    LIVE_INTENTS.has(request.intent) &&
    request.slots.products.length + request.slots.categories.length === 0 &&
    namesNothing(request.text);
  if (ofTopic) return { ...request, intent: dialogue.lastIntent ?? request.intent, text: `${last} ${request.text}` };
  return points && last && request.intent === dialogue.lastIntent
    ? { ...request, text: `${last} ${request.text}` }
    : request;
}
