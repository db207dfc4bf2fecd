import type { Retriever } from '../../knowledge/types.ts';
import { allTexts } from '../../stores/local-text.ts';
import type { ProductStore } from '../../stores/products.ts';
import type { StockNotices } from '../../stores/stock-notices.ts';
import type { Policy } from '../../tools/policy/rule.ts';
import type { Slots, UnderstoodRequest } from '../../understanding/types.ts';
import type { BranchTask } from '../branch.ts';
import type { Dialogue } from '../dialogue.ts';
import { forCaller } from '../knowledge/hits/for-caller.ts';
import { withoutOffers } from '../knowledge/hits/without-offers.ts';
import { type FindGoods, withoutOtherGoods } from '../knowledge/hits/without-other-goods.ts';
import { ofFaultyThingBefore } from '../knowledge/question/fault-told-before.ts';
import { rememberSearches } from '../knowledge/remember-searches.ts';
import { withinTopic } from '../knowledge/topics/retold.ts';
import type { CatalogueQuestion } from '../products/catalogue/catalogue-question.ts';
import { mentionedProducts } from '../products/meant/mentions.ts';
import { requestMeant } from '../products/meant/request-meant.ts';
import { isColourAlone } from '../products/options/colours.ts';
import { readOnce } from '../products/read-once.ts';
import type { TurnScope } from '../scope.ts';
import type { ShopProfile } from '../shop.ts';

/** Where answers come from: what the shop wrote, sells and promises. */
export interface AnswerDeps {
  retriever: Retriever;
  products: ProductStore;
  shop: ShopProfile;
  policy: Policy;
  stockNotices: StockNotices;
  /** The goods that a text names; a page's title, too. */
  findGoods: FindGoods;
}

/** A request as every source of an answer sees it. */
export interface Question extends CatalogueQuestion, AnswerDeps {
  task: BranchTask;
  scope: TurnScope;
  /** Finds what the caller may read and is not of other goods, and runs no search twice. */
  retriever: Retriever;
  /** A follow-up in full: with what was asked of the product before. */
  request: UnderstoodRequest;
  /** A colour and nothing else: which of the product in view is wished. */
  chooses: boolean;
  /** A symptom of the thing whose fault was told before. */
  faultToldBefore: boolean;
  /** The products that are named, else those that are talked about. */
  focusProductIds: string[];
}

/** Products that one question is about at most. */
const IN_FOCUS = 5;
/** Products whose names are taken out of a question. */
const NAMED = 4;

/** Reads what is asked, and of which products. */
export async function readQuestion(task: BranchTask, scope: TurnScope, deps: AnswerDeps): Promise<Question> {
  const { language, dialogue } = task;
  const products = readOnce(deps.products);
  const chooses = dialogue.focusProductIds.length > 0 && isColourAlone(task.request.text);
  const ofFault = await ofFaultyThingBefore(task, { findGoods: deps.findGoods, products });
  const request = chooses
    ? { ...task.request, intent: 'product_question' }
    : (ofFault ?? (await requestMeant(task, products)));
  const mentioned = chooses ? { ids: [], named: false } : mentionedProducts(request.slots);
  return {
    ...deps,
    products,
    retriever: rememberSearches(ofWhatIsAsked(forCaller(deps.retriever, scope.caller), request, { ...deps, products })),
    task,
    scope,
    request,
    mentioned,
    language,
    chooses,
    faultToldBefore: ofFault !== undefined,
    focus: listInView(dialogue, request.slots),
    focusProductIds: mentioned.ids.length > 0 ? mentioned.ids.slice(0, IN_FOCUS) : dialogue.focusProductIds,
  };
}

/** Of what a shop has written, what is of the topic that is asked for, not of other goods, and not of offers where none is asked about. */
const ofWhatIsAsked = (
  retriever: Retriever,
  request: UnderstoodRequest,
  goods: Parameters<typeof withoutOtherGoods>[2],
): Retriever => withinTopic(withoutOtherGoods(withoutOffers(retriever, request), request, goods), request);

/** What a place points into: with one product in view the list that it was chosen from. */
const listInView = ({ focusProductIds, shownProductIds }: Dialogue, { ordinal }: Slots): string[] =>
  ordinal && focusProductIds.length === 1 && shownProductIds.length > 1 ? shownProductIds : focusProductIds;

/** The names, in every language, of the products that a question is about. */
export const namesInFocus = async ({ products, focusProductIds }: Question): Promise<string[]> =>
  (await products.byIds(focusProductIds.slice(0, NAMED))).flatMap(({ name }) => allTexts(name));
