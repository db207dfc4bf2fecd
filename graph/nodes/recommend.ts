import { EVIDENCE_THRESHOLD } from '../../knowledge/retrieval/evidence.ts';
import type { Retriever } from '../../knowledge/types.ts';
import { localText } from '../../stores/local-text.ts';
import type { Language } from '../../stores/schema.ts';
import { MOST_COMPARED } from '../../tools/compare-products.ts';
import { formatMoney } from '../../tools/format.ts';
import { productView } from '../../tools/product-view.ts';
import type { Recommendation } from '../../tools/rate-product.ts';
import type { RecommendProductsTool } from '../../tools/recommend-products.ts';
import { ellipticalTopic, refinesWish } from '../../understanding/follow-up.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import { surelyNamed, WHOLE_KIND } from '../../understanding/slots/named-product.ts';
import type { Slots, UnderstoodRequest } from '../../understanding/types.ts';
import { type BranchTask, type BranchWork, say } from '../branch.ts';
import { answeredByFaq } from '../knowledge/answered-by-faq.ts';
import { beyondTheRow, speaksOf } from '../knowledge/beyond-the-row.ts';
import { SURE_DOCUMENT } from '../knowledge/evidence-needed.ts';
import { forCaller } from '../knowledge/for-caller.ts';
import { measureTold } from '../knowledge/measure-told.ts';
import { retold } from '../knowledge/retold.ts';
import { SHOP_TOPICS } from '../knowledge/shop-topics.ts';
import { writtenSearch } from '../knowledge/written-search.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import type { PageContext } from '../ports.ts';
import { selectionReply } from '../products/answer-from-catalogue.ts';
import { asksOfThing } from '../products/asks-of-thing.ts';
import { asksProperty } from '../products/asks-property.ts';
import { chosenFromList, tellProduct } from '../products/choose-from-list.ts';
import { readOnce } from '../products/read-once.ts';
import { selectByRow } from '../products/select-by-row.ts';
import { kindsCalled, thingSold } from '../products/whether-sold.ts';
import { metNeeds, readWish } from '../products/wish.ts';
import type { ShopProfile } from '../shop.ts';
import { type CompareDeps, createCompare, withWriter } from './compare.ts';

export interface RecommendDeps extends CompareDeps {
  recommend: RecommendProductsTool;
  retriever: Retriever;
  shop: ShopProfile;
}

/** Reasons that have nothing to do with what was named. */
const UNMATCHED: ReadonlySet<string> = new Set(['popular', 'in_stock', 'bought_together']);

/** Something other than a product is asked for: "what humidity is best", 多少度合适. */
const OF_WHAT =
  /\b(?:what|which) (?!would|do|can|should|is|are|one)[a-z]+ (?:is|are|should|does|do|works?)\b|\bhow\b|什么(?:湿度|温度|时候|时间|比例|浓度|水温)|多少|几[度天次克]|多久/i;

/** Words that ask for a judgement, which no page repeats. */
const JUDGES = /^(?:best|good|better|right|ideal|suitable|recommend\w*|need|use|适合|合适|最好|最佳|推荐|需要)$/i;

/**
 * Recommends with a reason for each product, or sets products side by side. `answer` speaks for the documents;
 * `unmatched` for what no product meets, where it is only likely that goods are wished for.
 */
export const createRecommend = (deps: RecommendDeps, answer: BranchWork, unmatched?: BranchWork): BranchWork => {
  const compare = createCompare(deps);
  return async (task, scope, writer) => {
    const { request, language, dialogue } = task;
    const { slots } = request;
    const retriever = forCaller(deps.retriever, scope.caller);
    const products = readOnce(deps.products);
    const fromDocuments = async () => {
      const asked = { ...request, intent: 'product_question', route: 'knowledge' as const };
      return { route: asked.route, ...(await answer({ ...task, request: asked }, scope, writer)) };
    };
    if (request.intent === 'compare_products') {
      // "Which shop has parking": nothing of the goods is compared.
      const ofGoods = slots.products.length + slots.categories.length + dialogue.focusProductIds.length > 0;
      const told = ofGoods ? 0 : (await retriever.search(writtenSearch(request.text, language), scope.signal)).evidence;
      if (told >= EVIDENCE_THRESHOLD) return fromDocuments();
      // "Which protein powder tastes best" names no two things: some of the kind are shown.
      if (!namesOneOfAKind(request, dialogue.focusProductIds)) return compare(task, scope, writer);
    }

    const phrases = phrasesIn(language);
    scope.emit({ type: 'status', status: 'looking_up' });
    const { currency } = deps.shop;
    const asked = { request, focus: dialogue.focusProductIds, language, products, currency };
    const selected = await selectByRow(asked);
    if (selected) {
      scope.trace.push({
        step: 'select_by_row',
        atMs: performance.now(),
        data: selected.lines.map(({ product }) => product.id),
      });
      return { route: 'recommend', ...withWriter(selectionReply(selected, language, currency), writer) };
    }
    const chosen = await chosenFromList(request, dialogue.shownProductIds, products);
    if (chosen)
      return {
        route: 'recommend',
        text: say(writer, tellProduct(chosen, task, currency)),
        cards: [{ type: 'products', products: [productView(chosen, { language, currency })] }],
        dialogue: { focusProductIds: [chosen.id] },
      };
    const thing = thingSold(request.text);
    const goods = thing === undefined ? [] : await products.all();
    if (thing !== undefined && kindsCalled(thing, goods).length > 0) return fromDocuments();
    if (asksOfThing(request) || (await asksProperty(request, { products, language }))) return fromDocuments();
    if (wishesByWords(task) && (await tellsWritten(retriever, task, scope.signal))) return fromDocuments();
    const wish = await readWish({ request, dialogue, products });
    // Something that no row knows, and nothing else: best-sellers are no answer to it.
    const isUnknown = thing !== undefined && Object.keys(wish).length === 0 && beyondTheRow(thing, goods).length > 0;
    if (isUnknown) return fromDocuments();
    const args = deps.recommend.schema.parse(withPage({ ...wish, said: request.text }, scope.page));
    const context = { caller: scope.caller, language, now: scope.now };
    const ofKind = await deps.recommend.run(args, context);
    // Nothing of the kind named within the price: what the words find elsewhere ("a present for a friend with a guitar").
    const wider = ofKind.length === 0 && args.productIds && args.query && args.maxPrice !== undefined;
    const byWords = wider ? await deps.recommend.run({ ...args, productIds: undefined }, context) : ofKind;
    // Nothing that the words find is within the price: what is, and it is said that it is something else.
    const priced = byWords.length === 0 && args.maxPrice !== undefined && args.query !== undefined;
    const asWished = priced
      ? await deps.recommend.run({ ...args, productIds: undefined, query: undefined }, context)
      : byWords;
    // None that is called so can be had as it is wished: what else its category holds.
    const beside = asWished.length === 0 && args.productIds ? await products.ofSameKind(args.productIds) : [];
    const found =
      beside.length > 0
        ? await deps.recommend.run({ ...args, productIds: beside.slice(0, 500).map(({ id }) => id) }, context)
        : asWished;
    scope.trace.push({
      step: 'recommend_products',
      atMs: performance.now(),
      data: {
        args,
        found: found.map(({ product, score, reason }) => ({ id: product.id, score, reason: reason.kind })),
      },
    });
    const missed =
      priced ||
      beside.length > 0 ||
      (wish.query === undefined
        ? wish.viewedProductIds !== undefined && found.every(({ reason }) => UNMATCHED.has(reason.kind))
        : found.every(({ reason }) => reason.kind !== 'matches_needs' && reason.kind !== 'bought_before'));
    const normalised = normaliseText(request.text);
    const followsUp = refinesWish(normalised) || ellipticalTopic(normalised) !== undefined;
    // "What humidity is best for my guitar?": a page may speak of what no product's row knows.
    const beyond =
      (missed || request.isQuestion) && OF_WHAT.test(request.text)
        ? beyondTheRow(
            request.text,
            found.map(({ product }) => product),
          ).filter(({ text }) => !JUDGES.test(text))
        : [];
    if (!followsUp && (missed || beyond.length > 0)) {
      const { hits, evidence } = await retriever.search(writtenSearch(request.text, language), scope.signal);
      const [top] = hits;
      const ofPages = beyond.length > 0 && top !== undefined && evidence >= EVIDENCE_THRESHOLD && speaksOf(top, beyond);
      // "Anything for fungus gnats": how to get rid of them, where no product fits.
      if ((missed && evidence >= (wish.query === undefined ? EVIDENCE_THRESHOLD : SURE_DOCUMENT)) || ofPages)
        return {
          route: 'knowledge',
          ...(await answer({ ...task, request: { ...request, intent: 'product_question' } }, scope, writer)),
        };
    }
    // "What do I get for bringing a friend" wishes for no goods.
    const ofTopics = missed && (await retold(retriever, request, { language, topics: SHOP_TOPICS }, scope.signal));
    if (ofTopics) {
      const asTopic = { ...request, intent: 'unclear', route: 'knowledge' as const };
      return { route: 'knowledge', ...(await answer({ ...task, request: asTopic }, scope, writer)) };
    }
    if (unmatched && missed) return unmatched(task, scope, writer);
    if (found.length === 0) return { text: say(writer, phrases.recommendNothing), dialogue: { askedSlot: 'needs' } };

    const views = found.map((one) =>
      productView(one.product, {
        language,
        currency: deps.shop.currency,
        reason: reasonFor(one, slots, language, deps.shop.currency),
      }),
    );
    const lines = views.map(
      (view, index) => `${index + 1}. ${view.name} ${formatMoney(view.price, view.currency)} — ${view.reason}`,
    );
    const vague = Object.keys(wish).length === 0;
    const draft = [
      missed ? phrases.recommendInstead : phrases.recommendIntro,
      ...lines,
      ...(vague ? [phrases.recommendMore] : []),
    ].join('\n');
    const text = await scope.session.phrase(
      { question: request.text, draft, facts: JSON.stringify(views), language, history: scope.history },
      writer,
    );
    return {
      text,
      route: 'recommend',
      cards: [{ type: 'products', products: views }],
      dialogue: { focusProductIds: found.map((one) => one.product.id) },
    };
  };
};

/** Nothing but the words says what is wished: a budget, a product's name and what is in view are for the goods' rows. */
const wishesByWords = ({ request: { text, slots }, dialogue }: BranchTask): boolean =>
  slots.priceRange === undefined &&
  surelyNamed(slots).length === 0 &&
  !refinesWish(normaliseText(text)) &&
  dialogue.focusProductIds.length === 0;

/** Whether somebody has written down just what is asked, of anything or of the measure that the customer tells. */
const tellsWritten = async (retriever: Retriever, task: BranchTask, signal: AbortSignal): Promise<boolean> =>
  (await answeredByFaq(retriever, task, signal)) || (await measureTold(retriever, task, signal));

/** A kind is named, and no two things that could be compared. */
const namesOneOfAKind = ({ slots }: UnderstoodRequest, inView: readonly string[]): boolean =>
  slots.categories.some(({ score, productIds }) => score >= WHOLE_KIND && productIds.length > MOST_COMPARED) &&
  surelyNamed(slots).length === 0 &&
  inView.length === 0;

/** What is on the customer's screen counts as in view, unless something else was named. */
function withPage<Wish extends { viewedProductIds?: string[] | undefined }>(wish: Wish, page: PageContext | undefined) {
  const basketProductIds = page?.basket?.map(({ productId }) => productId) ?? [];
  const viewedProductIds = wish.viewedProductIds ?? (page?.productId ? [page.productId] : []);
  return { ...wish, viewedProductIds, basketProductIds };
}

function reasonFor(one: Recommendation, slots: Slots, language: Language, currency: string): string {
  const phrases = phrasesIn(language);
  switch (one.reason.kind) {
    case 'goes_with':
      return phrases.reasonGoesWith(localText(one.reason.because.name, language));
    case 'bought_together':
      return phrases.reasonTogether(localText(one.reason.because.name, language));
    case 'matches_needs': {
      const max = slots.priceRange?.max;
      const met = metNeeds(one.product, slots.needs);
      const reasons = [
        ...(met.length > 0 ? [phrases.reasonNeed(met.join(language === 'zh' ? '、' : ', '))] : []),
        ...(max !== undefined && slots.priceRange?.min === undefined
          ? [phrases.reasonBudget(formatMoney(max, currency))]
          : []),
      ];
      return reasons.length > 0
        ? reasons.join(language === 'zh' ? '，' : ', ')
        : localText(one.product.category, language) || phrases.reasonNeeds;
    }
    case 'bought_before':
      return phrases.reasonBoughtBefore;
    case 'same_kind':
      return phrases.reasonSameKind(localText(one.reason.because.name, language));
    case 'popular':
      return phrases.reasonPopular;
    case 'in_stock':
      return localText(one.product.category, language) || phrases.reasonNeeds;
  }
}
