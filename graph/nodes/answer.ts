import type { Hit, Retriever } from '../../knowledge/types.ts';
import { allTexts, localText } from '../../stores/local-text.ts';
import type { ProductStore } from '../../stores/products.ts';
import type { Language } from '../../stores/schema.ts';
import type { StockNotices } from '../../stores/stock-notices.ts';
import type { Card } from '../../tools/cards.ts';
import type { Policy } from '../../tools/policy/rule.ts';
import { productView } from '../../tools/product-view.ts';
import { ellipticalTopic, isReference } from '../../understanding/follow-up.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import { surelyNamed } from '../../understanding/slots/named-product.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import { wishesToBuy } from '../../understanding/wants-to-buy.ts';
import { type BranchReply, type BranchTask, type BranchWork, say } from '../branch.ts';
import type { ReplyWriter } from '../engines/engine.ts';
import { evidenceNeeded } from '../knowledge/evidence-needed.ts';
import { betterDocuments, findPassages } from '../knowledge/find-passages.ts';
import { likelyTopics } from '../knowledge/likely-topics.ts';
import { namesNothing } from '../knowledge/names-nothing.ts';
import { inOwnLanguage } from '../knowledge/own-language.ts';
import { isOfRules, policyPassage } from '../knowledge/policy-passage.ts';
import { questionMeant } from '../knowledge/question-meant.ts';
import { rememberSearches } from '../knowledge/remember-searches.ts';
import { asksServiceHours, hoursAlone, supportHours } from '../knowledge/support-hours.ts';
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
    const deps = { ...given, retriever: rememberSearches(given.retriever) };
    const { language, dialogue } = task;
    const chooses = dialogue.focusProductIds.length > 0 && isColourAlone(task.request.text);
    const request = chooses ? { ...task.request, intent: 'product_question' } : askedAgain(task);
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
    const live = selected ?? (await answerFromCatalogue(inCatalogue));
    const byDocument = live && !selected && (await betterDocuments(deps, { request, live, language }, scope.signal));
    if (live && !byDocument) {
      scope.trace.push({ step: 'catalogue', atMs: performance.now(), data: live.cards });
      const shown = live.citations?.map((citation) => citation.documentId) ?? focusProductIds;
      return {
        ...live,
        text: say(writer, live.text),
        quickReplies: isSoldOut(live.cards) && scope.mayWrite ? [restockPhrases(language).tellMe] : [],
        dialogue: { focusProductIds: shown, lastQuestion: request.text },
      };
    }

    const question = await questionMeant({
      request,
      dialogue,
      language,
      productName: await focusName(deps.products, dialogue.focusProductIds, language),
      evidenceOf: async (query) => (await deps.retriever.search(writtenSearch(query, language), scope.signal)).evidence,
    });
    if (!live && LIVE_INTENTS.has(request.intent) && mentioned.ids.length === 0 && namesNothing(question)) {
      return { text: say(writer, SHOP_RULES[language].whichProduct), route: 'clarify' };
    }

    scope.emit({ type: 'status', status: 'searching' });
    const search = { query: question, language, k: PASSAGES };
    const found =
      (LIVE_INTENTS.has(request.intent) && byDocument) ||
      (await findPassages(deps.retriever, { ...request, text: question }, search, scope.signal));
    scope.trace.push({
      step: 'search',
      atMs: performance.now(),
      data: { question, evidence: found.evidence, hits: found.hits.map(traced) },
    });
    const byDocuments = found.evidence >= evidenceNeeded(request);
    const productNames = isOfRules(request.intent) ? await namesOf(deps.products, mentioned.ids) : [];
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
    if (!enough) return withoutEvidence(task, { question, hits: found.hits, writer });

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

/** "And the cable one", "M4 那款": what was asked before, of what is pointed at now. */
function askedAgain({ request, dialogue }: Pick<BranchTask, 'request' | 'dialogue'>): UnderstoodRequest {
  const normalised = normaliseText(request.text);
  const topic = ellipticalTopic(normalised);
  const another = topic !== undefined && surelyNamed(request.slots).length === 1;
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
