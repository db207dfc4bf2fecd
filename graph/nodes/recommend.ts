import { EVIDENCE_THRESHOLD } from '../../knowledge/retrieval/evidence.ts';
import type { Retriever } from '../../knowledge/types.ts';
import { MOST_COMPARED } from '../../tools/products/compare-products.ts';
import { productView } from '../../tools/products/product-view.ts';
import type { RecommendProductsTool } from '../../tools/recommending/recommend-products.ts';
import { asksWhatGoesWith } from '../../understanding/follow-up.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import { surelyNamed, WHOLE_KIND } from '../../understanding/slots/named-product.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import { type BranchReply, type BranchTask, type BranchWork, say } from '../branch.ts';
import { beyondTheRow } from '../knowledge/beyond-the-row.ts';
import { SURE_DOCUMENT } from '../knowledge/evidence-needed.ts';
import { forCaller } from '../knowledge/hits/for-caller.ts';
import { retold } from '../knowledge/topics/retold.ts';
import { SHOP_TOPICS } from '../knowledge/topics/shop-topics.ts';
import { writtenSearch } from '../knowledge/written-search.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import { asksOfThing } from '../products/asks-of-thing.ts';
import { asksProperty } from '../products/asks-property.ts';
import { sellsAny, thingWished } from '../products/assortment/sells-any.ts';
import { kindsCalled, thingSold } from '../products/assortment/whether-sold.ts';
import { selectionReply } from '../products/catalogue/catalogue-reply.ts';
import { chosenFromList, tellProduct } from '../products/meant/choose-from-list.ts';
import { readOnce } from '../products/read-once.ts';
import { selectByRow } from '../products/selecting/select-by-row.ts';
import { readWish } from '../products/wish.ts';
import { findOffer } from '../recommending/find-offer.ts';
import { offerReply } from '../recommending/offer-reply.ts';
import { pagesKnowMore, tellsJustThat } from '../recommending/pages-know-more.ts';
import { toldOfNone } from '../recommending/told-of-none.ts';
import type { TurnScope } from '../scope.ts';
import type { ShopProfile } from '../shop.ts';
import { type CompareDeps, createCompare, withGoodsInView } from './compare.ts';

export interface RecommendDeps extends CompareDeps {
  recommend: RecommendProductsTool;
  retriever: Retriever;
  shop: ShopProfile;
}

/**
 * Recommends with a reason for each product, or sets products side by side. `answer` speaks for the documents;
 * `unmatched` for what no product meets, where it is only likely that goods are wished for.
 */
export const createRecommend = (deps: RecommendDeps, answer: BranchWork, unmatched?: BranchWork): BranchWork => {
  const compare = createCompare(deps);
  return async (task, scope, writer) => {
    const { request, language, dialogue } = task;
    const { signal } = scope;
    const own = { ...deps, retriever: forCaller(deps.retriever, scope.caller), products: readOnce(deps.products) };
    const { retriever, products } = own;
    const fromDocuments = async (changed: Partial<UnderstoodRequest>): Promise<BranchReply> => ({
      route: 'knowledge',
      ...(await answer({ ...task, request: { ...request, ...changed } }, scope, writer)),
    });
    const asQuestion = () => fromDocuments({ intent: 'product_question', route: 'knowledge' });

    if (request.intent === 'compare_products') {
      if (await isOfPages(retriever, task, signal)) return asQuestion();
      // "Which protein powder tastes best" names no two things: some of the kind are shown.
      if (!namesOneOfAKind(request, dialogue.focusProductIds)) return compare(task, scope, writer);
    }
    scope.emit({ type: 'status', status: 'looking_up' });
    const picked = await pickedByRow(task, scope, own);
    if (picked) return { ...picked, text: say(writer, picked.text), route: 'recommend' };

    const thing = thingSold(request.text);
    const goods = thing === undefined ? [] : await products.all();
    if (thing !== undefined && kindsCalled(thing, goods).length > 0) return asQuestion();
    const asksOfGoods = !asksWhatGoesWith(normaliseText(request.text));
    if (asksOfGoods && (asksOfThing(request) || (await asksProperty(request, { products, language }))))
      return asQuestion();
    if (await tellsJustThat(retriever, task, signal)) return asQuestion();
    const wish = await readWish({ request, dialogue, products });
    const vague = Object.keys(wish).length === 0;
    // A thing that the shop has not, or something that no row knows, and nothing else: best-sellers are no answer to it.
    const wished = thing ?? thingWished(request.text);
    if (wished !== undefined && !sellsAny(wished, await products.all())) return asQuestion();
    if (thing !== undefined && vague && beyondTheRow(thing, goods).length > 0) return asQuestion();

    const offer = await findOffer(wish, task, scope, own);
    offer.missed ||= toldOfNone(
      request.text,
      offer.found.map(({ product }) => product),
    );
    if (await pagesKnowMore(retriever, task, { offer, wish, signal }))
      return fromDocuments({ intent: 'product_question' });
    // "What do I get for bringing a friend" wishes for no goods.
    if (offer.missed && (await retold(retriever, request, { language, topics: SHOP_TOPICS }, signal)))
      return fromDocuments({ intent: 'unclear', route: 'knowledge' });
    if (unmatched && offer.missed) return unmatched(task, scope, writer);
    // "Any harm in the cheaper one": that goods are wished for is a guess, and none fits it.
    const doubtful = request.confidence < (offer.found.length === 0 ? LIKELY : GUESS);
    if (doubtful && wish.maxPrice === undefined && (offer.missed || offer.found.length === 0))
      return fromDocuments({ intent: 'unclear', route: 'knowledge' });
    if (offer.found.length === 0)
      return { text: say(writer, phrasesIn(language).recommendNothing), dialogue: { askedSlot: 'needs' } };
    return offerReply(offer, task, scope, { writer, currency: deps.shop.currency, vague });
  };
};

/** Less sure than this it is a guess that goods are wished for; and less than likely. */
const GUESS = 0.5;
const LIKELY = 0.7;

/** "Which shop has parking": nothing of the goods is compared, and pages tell. */
async function isOfPages(
  retriever: Retriever,
  { request, language, dialogue }: BranchTask,
  signal: AbortSignal,
): Promise<boolean> {
  const { slots, text } = request;
  const ids = [
    ...slots.products.map(({ productId }) => productId),
    ...slots.categories.flatMap((one) => one.productIds),
  ];
  const named = new Set(ids).size;
  if (named > 1 || dialogue.focusProductIds.length > 0) return false;
  // One kind alone ("I am between two sizes of these boots") is compared with nothing; pages may still be of something else.
  const needed = named === 0 ? EVIDENCE_THRESHOLD : SURE_DOCUMENT;
  return (await retriever.search(writtenSearch(text, language), signal)).evidence >= needed;
}

/** The goods that a wish picks by their rows, or the one that it points at in the list that was shown. */
async function pickedByRow(
  task: BranchTask,
  scope: TurnScope,
  { products, shop }: Pick<RecommendDeps, 'products' | 'shop'>,
): Promise<BranchReply | undefined> {
  const { request, language, dialogue } = task;
  const { currency } = shop;
  const selected = await selectByRow({ request, focus: dialogue.focusProductIds, language, products, currency });
  if (selected) {
    const ids = selected.lines.map(({ product }) => product.id);
    scope.trace.push({ step: 'select_by_row', atMs: performance.now(), data: ids });
    return withGoodsInView(selectionReply(selected, language, currency));
  }
  const chosen = await chosenFromList(request, dialogue.shownProductIds, products);
  return (
    chosen && {
      text: tellProduct(chosen, task, currency),
      cards: [{ type: 'products', products: [productView(chosen, { language, currency })] }],
      dialogue: { focusProductIds: [chosen.id] },
    }
  );
}

/** A kind is named, and no two things that could be compared. */
const namesOneOfAKind = ({ slots }: UnderstoodRequest, inView: readonly string[]): boolean =>
  slots.categories.some(({ score, productIds }) => score >= WHOLE_KIND && productIds.length > MOST_COMPARED) &&
  surelyNamed(slots).length === 0 &&
  inView.length === 0;
