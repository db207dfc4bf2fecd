import { allTexts } from '../../stores/local-text.ts';
import type { Product, ProductStore } from '../../stores/products.ts';
import { askedUnits } from '../../tools/product-words.ts';
import { ellipticalTopic, isReference } from '../../understanding/follow-up.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import { surelyNamed } from '../../understanding/slots/named-product.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import type { BranchTask } from '../branch.ts';
import { namesNothing } from '../knowledge/names-nothing.ts';
import { asksSendingFee } from '../knowledge/sending.ts';
import { LIVE_INTENTS } from './answer-from-catalogue.ts';
import { asksNotice } from './restock-notice.ts';
import { siblingMeant } from './sibling-meant.ts';
import { kindsAsked, namesKindAlone, thingSold } from './whether-sold.ts';

type Told = Pick<BranchTask, 'request' | 'dialogue'>;

/** What a follow-up asks, in full: of the product that it points at, what was asked of the one before. */
export async function requestMeant(task: Told, products: Pick<ProductStore, 'all'>): Promise<UnderstoodRequest> {
  const goods = await products.all();
  const pointed = ofAnother({ ...task, request: withSibling({ ...task, request: ofView(task) }, goods) }, goods);
  const again = askedAgain({ ...task, request: pointed });
  return asOffered(asSending(asStock(again, task.dialogue.focusProductIds)), goods);
}

/** "Got any kettles", 有衣柜吗 asks whether there are some, however it was understood. */
function asOffered(request: UnderstoodRequest, goods: readonly Product[]): UnderstoodRequest {
  const categories = kindsAsked(request.text, goods);
  if (categories.length > 0)
    return { ...request, intent: 'stock_question', slots: { ...request.slots, products: [], categories } };
  const thing = thingSold(request.text);
  return thing !== undefined && namesAlone(thing, request, goods) ? { ...request, intent: 'stock_question' } : request;
}

/** Whether a text names nothing but goods that are surely meant. */
function namesAlone(text: string, { slots }: UnderstoodRequest, goods: readonly Product[]): boolean {
  const named = surelyNamed(slots);
  const names = goods.filter(({ id }) => named.includes(id)).flatMap(({ name }) => allTexts(name));
  return named.length > 0 && askedUnits(text, names).length === 0;
}

/** "How much to have the wardrobe delivered" asks no price of a wardrobe. */
const asSending = (request: UnderstoodRequest): UnderstoodRequest =>
  request.intent === 'price_question' && asksSendingFee(request.text)
    ? { ...request, intent: 'delivery_policy' }
    : request;

const IT =
  /^(?:and |so |ok |but |[, ])*(?:can|could|do|does|is|are|was|will|would|has|have) (?:it|they|these|this one|that one)\b|^(?:那|请问)?(?:它|这[款个件]|那[款个件])/;

/** "Can they take lenses?" of the one product in view is of that one, though a kind of other goods is named with it. */
function ofView({ request, dialogue }: Told): UnderstoodRequest {
  const { slots, text } = request;
  const leans = dialogue.focusProductIds.length === 1 && surelyNamed(slots).length === 0;
  return leans && IT.test(normaliseText(text))
    ? { ...request, slots: { ...slots, products: [], categories: [] } }
    : request;
}

/** "And the mini?": the one of the kind in view that is pointed at is as good as named. */
function withSibling({ request, dialogue }: Told, goods: readonly Product[]): UnderstoodRequest {
  const { slots, text } = request;
  const topic = ellipticalTopic(normaliseText(text).replace(/[?？。.!]+$/, ''));
  if (topic === undefined || dialogue.focusProductIds.length === 0 || surelyNamed(slots).length > 0) return request;
  const focus = goods.filter(({ id }) => dialogue.focusProductIds.includes(id));
  const sibling = siblingMeant(topic.replace(/^(?:the|那个|那款) ?/, ''), focus, goods);
  if (!sibling) return request;
  const intent = dialogue.lastIntent ?? request.intent;
  return { ...request, intent, slots: { ...slots, products: [{ productId: sibling.id, score: 1 }], categories: [] } };
}

/** "And the desk lamp?" after a price asks for a price: nothing but another product, or a kind, is named. */
function ofAnother({ request, dialogue }: Told, goods: readonly Product[]): UnderstoodRequest {
  const { slots, text } = request;
  const topic = ellipticalTopic(normaliseText(text).replace(/[?？。.!]+$/, ''));
  const asked = dialogue.lastRoute === 'knowledge' ? dialogue.lastIntent : undefined;
  if (topic === undefined || asked === undefined) return request;
  const alone = surelyNamed(slots).length > 0 ? namesAlone(topic, request, goods) : namesKindAlone(topic, slots);
  return alone ? { ...request, intent: asked } : request;
}

/** Having it again is asked for, not when something else is due. */
const BACK =
  /[有到来补上]货|货[到来]|上架|还有|回来|缺货|断货|\b(?:stock|restock\w*|available|back|sold out|more of|get (?:it|them|more|some))\b/i;

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
