import type { Hit, Retriever } from '../../knowledge/types.ts';
import { allTexts, localText } from '../../stores/local-text.ts';
import type { ProductStore } from '../../stores/products.ts';
import type { Language } from '../../stores/schema.ts';
import type { StockNotices } from '../../stores/stock-notices.ts';
import type { Card } from '../../tools/cards.ts';
import type { Policy } from '../../tools/policy/rule.ts';
import { productView } from '../../tools/product-view.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import { wishesToBuy } from '../../understanding/wants-to-buy.ts';
import { type BranchReply, type BranchTask, type BranchWork, say } from '../branch.ts';
import type { ReplyWriter } from '../engines/engine.ts';
import { asksToRent } from '../knowledge/beyond-the-row.ts';
import { evidenceNeeded } from '../knowledge/evidence-needed.ts';
import { betterDocuments, findPassages } from '../knowledge/find-passages.ts';
import { forCaller } from '../knowledge/for-caller.ts';
import { leanOnLast } from '../knowledge/lean-on-last.ts';
import { likelyTopics } from '../knowledge/likely-topics.ts';
import { namedInPassage } from '../knowledge/named-in-passage.ts';
import { namesNothing } from '../knowledge/names-nothing.ts';
import { ofWhatIsNamed } from '../knowledge/of-what-is-named.ts';
import { inOwnLanguage } from '../knowledge/own-language.ts';
import { isOfRules, policyPassage } from '../knowledge/policy-passage.ts';
import { questionMeant } from '../knowledge/question-meant.ts';
import { rememberSearches } from '../knowledge/remember-searches.ts';
import { isOfAPlace } from '../knowledge/sending.ts';
import { asksServiceHours, hoursAlone, supportHours } from '../knowledge/support-hours.ts';
import { tellsNothingAsked } from '../knowledge/tells-nothing-asked.ts';
import { withWiderPlace } from '../knowledge/wider-place.ts';
import { withoutName } from '../knowledge/without-name.ts';
import { PASSAGES, writtenSearch } from '../knowledge/written-search.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import { restockPhrases } from '../phrases/restock.ts';
import { SHOP_RULES } from '../phrases/shop-rules.ts';
import {
  answerAboutProduct,
  answerBySelection,
  answerFromCatalogue,
  answerFromDescription,
  LIVE_INTENTS,
} from '../products/answer-from-catalogue.ts';
import { isColourAlone } from '../products/colours.ts';
import { howToOrder } from '../products/how-to-order.ts';
import { mentionedProducts } from '../products/mentions.ts';
import { requestMeant } from '../products/request-meant.ts';
import { restockNotice } from '../products/restock-notice.ts';
import type { ShopProfile } from '../shop.ts';

export interface AnswerDeps {
  retriever: Retriever;
  products: ProductStore;
  shop: ShopProfile;
  policy: Policy;
  stockNotices: StockNotices;
}

/** Products whose names are taken out of a question. */
const NAMED = 4;

/** Answers from the shop's knowledge with sources, or says that there is no evidence. */
export const createAnswer =
  (given: AnswerDeps): BranchWork =>
  async (task, scope, writer) => {
    const deps = { ...given, retriever: rememberSearches(forCaller(given.retriever, scope.caller)) };
    const { language, dialogue } = task;
    const chooses = dialogue.focusProductIds.length > 0 && isColourAlone(task.request.text);
    const request = chooses ? { ...task.request, intent: 'product_question' } : await requestMeant(task, deps.products);
    const mentioned = chooses ? { ids: [], named: false } : mentionedProducts(request.slots);
    const focusProductIds = mentioned.ids.length > 0 ? mentioned.ids.slice(0, 5) : dialogue.focusProductIds;
    const notice =
      request.intent === 'restock_notice'
        ? await restockNotice(task, scope, {
            productIds: focusProductIds,
            products: deps.products,
            notices: deps.stockNotices,
            currency: deps.shop.currency,
          })
        : undefined;
    if (notice) return { ...notice, text: say(writer, notice.text) };
    if (request.intent === 'ordering_question' && wishesToBuy(normaliseText(request.text), mentioned.ids.length > 0)) {
      const how = await howToOrder({
        ...deps,
        productIds: focusProductIds,
        language,
        currency: deps.shop.currency,
        signal: scope.signal,
      });
      return { ...how, text: say(writer, how.text) };
    }
    const service = asksServiceHours(request) ? supportHours(deps.shop, request, language) : undefined;
    if (service) return { ...service, text: say(writer, service.text), dialogue: { lastQuestion: request.text } };
    const inCatalogue = { request, mentioned, focus: dialogue.focusProductIds, language, ...deps };
    const selected = chooses ? undefined : await answerBySelection(inCatalogue);
    const byRow = selected ?? (await answerFromCatalogue(inCatalogue));
    // Of another product than before its own row says most, where no page names it: a manual may be of the one before.
    const another = request.text !== task.request.text && mentioned.named && !byRow;
    const inPage =
      another &&
      (await namedInPassage(deps.retriever, task, {
        question: request.text,
        names: await namesOf(deps.products, focusProductIds),
      }));
    const described = another && !inPage ? await answerFromDescription(inCatalogue) : undefined;
    const live = byRow ?? described;
    const mayYield = byRow !== undefined && !selected;
    const ofPriceOrStock = live !== undefined && LIVE_INTENTS.has(request.intent);
    const rows =
      mayYield || ofPriceOrStock
        ? await deps.products.byIds(live?.citations?.map(({ documentId }) => documentId) ?? [])
        : [];
    const byDocument = mayYield && (await betterDocuments(deps.retriever, { request, rows, language }, scope.signal));
    const rents = ofPriceOrStock && asksToRent(request.text, rows);
    if (live && !byDocument && !rents) {
      scope.trace.push({ step: 'catalogue', atMs: performance.now(), data: live.cards });
      const shown = live.citations?.map((citation) => citation.documentId) ?? focusProductIds;
      return {
        ...live,
        text: say(writer, live.text),
        quickReplies: isSoldOut(live.cards) && scope.mayWrite ? [restockPhrases(language).tellMe] : [],
        dialogue: { focusProductIds: shown, lastQuestion: request.text },
      };
    }

    const meant = await questionMeant({
      request,
      dialogue,
      language,
      productName: await focusName(deps.products, dialogue.focusProductIds, language),
      evidenceOf: async (query) => (await deps.retriever.search(writtenSearch(query, language), scope.signal)).evidence,
    });
    const question = isOfAPlace({ ...request, text: meant })
      ? await withWiderPlace(meant, { retriever: deps.retriever, language }, scope.signal)
      : meant;
    if (!live && LIVE_INTENTS.has(request.intent) && mentioned.ids.length === 0 && namesNothing(question)) {
      return { text: say(writer, SHOP_RULES[language].whichProduct), route: 'clarify' };
    }

    scope.emit({ type: 'status', status: 'searching' });
    const search = { query: question, language, k: PASSAGES };
    const asWritten =
      (LIVE_INTENTS.has(request.intent) && byDocument) ||
      (await findPassages(deps.retriever, { ...request, text: question }, search, scope.signal));
    const names = await namesOf(deps.products, focusProductIds);
    const ofAny =
      mentioned.named || mentioned.ids.length === 0 ? withoutName({ ...request, text: question }, names) : undefined;
    const inGeneral =
      ofAny !== undefined && (asWritten.evidence < evidenceNeeded(request) || asWritten.hits[0]?.kind === 'product')
        ? await deps.retriever.search(writtenSearch(ofAny, language), scope.signal)
        : undefined;
    const general = inGeneral && inGeneral.evidence >= evidenceNeeded(request) ? inGeneral : undefined;
    const leaning =
      !general && asWritten.evidence < evidenceNeeded(request) && question === task.request.text
        ? await leanOnLast(deps.retriever, task, scope.signal)
        : undefined;
    const found = ofWhatIsNamed(general ?? leaning ?? asWritten, mentioned.ids);
    scope.trace.push({
      step: 'search',
      atMs: performance.now(),
      data: { question, evidence: found.evidence, hits: found.hits.map(traced) },
    });
    const byDocuments = found.evidence >= evidenceNeeded(request);
    const productNames = isOfRules(request.intent) && mentioned.ids.length > 0 ? names : [];
    const rule = policyPassage(
      deps.policy,
      {
        text: request.text,
        intent: request.intent,
        productNames: [...productNames, ...request.slots.categories.map(({ category }) => category)],
      },
      { hits: found.hits, enough: byDocuments },
      language,
    );
    const enough = byDocuments || rule !== undefined;
    const own = inOwnLanguage(found.hits, language);
    const hits = rule ? [rule, ...own] : hoursAlone({ ...request, text: question }, own);
    const [top] = hits;
    const fromRow = !enough
      ? ((await answerFromDescription(inCatalogue)) ?? supportHours(deps.shop, request, language))
      : top?.kind === 'product'
        ? await answerAboutProduct(inCatalogue, top)
        : undefined;
    if (fromRow) {
      const shown = fromRow.cards ? (fromRow.citations ?? []).map((citation) => citation.documentId) : focusProductIds;
      return {
        ...fromRow,
        text: say(writer, fromRow.text),
        dialogue: { focusProductIds: shown, lastQuestion: question },
      };
    }
    if (
      !enough ||
      (top?.kind === 'product' &&
        mentioned.named &&
        mentioned.ids.length === 1 &&
        tellsNothingAsked(question, top, names))
    )
      return withoutEvidence(task, { question, hits: found.hits, writer });

    scope.emit({ type: 'status', status: 'writing' });
    const answer = await scope.session.writeAnswer({ question, hits, language, history: scope.history }, writer);
    if (!answer.answered) {
      if (answer.text !== '') writer.reset();
      return withoutEvidence(task, { question, hits: [], writer });
    }
    const cited = answer.citations.map((citation) => citation.documentId);
    const cards = await productCards(deps, cited, found.hits, language);
    const shown = cards.flatMap((card) => (card.type === 'products' ? card.products.map((product) => product.id) : []));
    return {
      text: answer.text,
      citations: answer.citations,
      cards,
      dialogue: {
        focusProductIds: shown.length > 0 ? shown : focusProductIds,
        lastQuestion: question,
        offeredHuman: false,
      },
    };
  };

/** The name of the one product that is being talked about. */
const focusName = async (products: ProductStore, ids: string[], language: Language): Promise<string | undefined> => {
  const [product] = ids.length === 1 ? await products.byIds(ids) : [];
  return product && localText(product.name, language);
};

const namesOf = async (products: ProductStore, ids: string[]): Promise<string[]> =>
  (await products.byIds(ids.slice(0, NAMED))).flatMap((product) => allTexts(product.name));

/** One product, and none of it to be had. */
const isSoldOut = (cards: Card[] | undefined): boolean => {
  const [card, another] = cards ?? [];
  const products = card?.type === 'products' && !another ? card.products : [];
  return products.length === 1 && products[0]?.inStock === false;
};

/** Says that there is no sure answer, offers a person and, where passages come near, what may have been meant. */
function withoutEvidence(
  { language, request }: BranchTask,
  { question, hits, writer }: { question: string; hits: Hit[]; writer: ReplyWriter },
): BranchReply {
  const phrases = phrasesIn(language);
  const topics = likelyTopics(hits, language);
  return {
    text: say(writer, topics.length > 0 ? phrases.perhapsMeant : phrases.noEvidence),
    route: 'decline',
    quickReplies: [...topics, phrases.talkToHuman],
    unanswered: {
      question: request.text,
      topic: question
        .toLowerCase()
        .replace(/[\p{P}\p{S}\s]+/gu, ' ')
        .trim()
        .slice(0, 200),
    },
    dialogue: { offeredHuman: true, lastQuestion: question },
  };
}

/** Cards of the catalogue's products that the answer cites. */
async function productCards(deps: AnswerDeps, cited: string[], hits: Hit[], language: 'zh' | 'en'): Promise<Card[]> {
  const ids = [...new Set(cited.filter((id) => hits.some((hit) => hit.documentId === id && hit.kind === 'product')))];
  if (ids.length === 0) return [];
  const products = await deps.products.byIds(ids);
  return [
    {
      type: 'products',
      products: products.map((product) => productView(product, { language, currency: deps.shop.currency })),
    },
  ];
}

const traced = (hit: Hit) => ({
  id: hit.id,
  title: localText(hit.title, 'zh'),
  page: hit.page,
  score: hit.score,
  evidence: hit.evidence,
  legs: hit.legs,
});
