import { localText } from '../../stores/local-text.ts';
import type { ProductStore } from '../../stores/products.ts';
import type { Language } from '../../stores/schema.ts';
import { formatMoney } from '../../tools/format.ts';
import { lowestPrice, productView } from '../../tools/product-view.ts';
import type { Recommendation, RecommendProductsTool } from '../../tools/recommend-products.ts';
import { type BranchReply, type BranchTask, type BranchWork, say } from '../branch.ts';
import type { ReplyWriter } from '../engines/engine.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import { comparisonTable } from '../products/compare-products.ts';
import { mentionedProducts } from '../products/mentions.ts';
import type { ShopProfile } from '../shop.ts';

export interface RecommendDeps {
  recommend: RecommendProductsTool;
  products: ProductStore;
  shop: ShopProfile;
}

/** Recommends with a reason for each product, or sets products side by side. */
export const createRecommend =
  (deps: RecommendDeps): BranchWork =>
  async (task, scope, writer) => {
    const { request, language, dialogue } = task;
    const { slots } = request;
    const mentioned = mentionedProducts(slots);
    if (request.intent === 'compare_products') return compare(deps, task, mentioned, writer);

    const phrases = phrasesIn(language);
    scope.emit({ type: 'status', status: 'looking_up' });
    const args = deps.recommend.schema.parse({
      // A product that is named is what the rest should go with, not what to offer again.
      ...(mentioned.named
        ? { viewedProductIds: mentioned.ids.slice(0, 20) }
        : mentioned.ids.length > 0
          ? { productIds: mentioned.ids.slice(0, 500) }
          : {}),
      ...(mentioned.ids.length === 0 && dialogue.focusProductIds.length > 0
        ? { viewedProductIds: dialogue.focusProductIds.slice(0, 20) }
        : {}),
      ...(hasNeeds(task) ? { query: request.text.slice(0, 400) } : {}),
      ...(slots.priceRange?.min === undefined ? {} : { minPrice: slots.priceRange.min }),
      ...(slots.priceRange?.max === undefined ? {} : { maxPrice: slots.priceRange.max }),
    });
    const found = await deps.recommend.run(args, { caller: scope.caller, language, now: scope.now });
    scope.trace.push({
      step: 'recommend_products',
      atMs: performance.now(),
      data: {
        args,
        found: found.map(({ product, score, reason }) => ({ id: product.id, score, reason: reason.kind })),
      },
    });
    if (found.length === 0) return { text: say(writer, phrases.recommendNothing), dialogue: { askedSlot: 'needs' } };

    const max = slots.priceRange?.max;
    const views = found.map((one) =>
      productView(one.product, {
        language,
        currency: deps.shop.currency,
        reason: reasonFor(one, language, max, deps.shop.currency),
      }),
    );
    const lines = views.map(
      (view, index) => `${index + 1}. ${view.name} ${formatMoney(view.price, view.currency)} — ${view.reason}`,
    );
    const vague = mentioned.ids.length === 0 && !hasNeeds(task) && max === undefined;
    const draft = [phrases.recommendIntro, ...lines, ...(vague ? [phrases.recommendMore] : [])].join('\n');
    const text = await scope.session.phrase(
      { question: request.text, draft, facts: JSON.stringify(views), language, history: scope.history },
      writer,
    );
    return {
      text,
      cards: [{ type: 'products', products: views }],
      dialogue: { focusProductIds: found.map((one) => one.product.id) },
    };
  };

/** The customer said what it is for; a bare "recommend something" would only match noise. */
const hasNeeds = ({ request }: BranchTask): boolean =>
  request.slots.needs.length > 0 || request.slots.categories.length > 0 || request.slots.products.length > 0;

function reasonFor(one: Recommendation, language: Language, max: number | undefined, currency: string): string {
  const phrases = phrasesIn(language);
  switch (one.reason.kind) {
    case 'goes_with':
      return phrases.reasonGoesWith(localText(one.reason.because.name, language));
    case 'bought_together':
      return phrases.reasonTogether(localText(one.reason.because.name, language));
    case 'matches_needs':
      return max !== undefined && lowestPrice(one.product) <= max
        ? phrases.reasonBudget(formatMoney(max, currency))
        : phrases.reasonNeeds;
    case 'popular':
      return phrases.reasonPopular;
  }
}

async function compare(
  deps: RecommendDeps,
  task: BranchTask,
  mentioned: { ids: string[] },
  writer: ReplyWriter,
): Promise<BranchReply> {
  const { language, dialogue } = task;
  const phrases = phrasesIn(language);
  const ids = mentioned.ids.length >= 2 ? mentioned.ids : [...new Set([...mentioned.ids, ...dialogue.focusProductIds])];
  const products = (await deps.products.byIds(ids)).slice(0, 4);
  if (products.length < 2)
    return { text: say(writer, phrases.compareWhich), route: 'clarify', dialogue: { askedSlot: 'products' } };
  const { currency } = deps.shop;
  const text = `${phrases.compareIntro}\n\n${comparisonTable(products, language, currency)}`;
  return {
    text: say(writer, text),
    cards: [{ type: 'products', products: products.map((product) => productView(product, { language, currency })) }],
    dialogue: { focusProductIds: products.map((product) => product.id) },
  };
}
