import type { Hit, SearchResponse } from '../../knowledge/types.ts';
import { localText } from '../../stores/local-text.ts';
import type { Card } from '../../tools/cards.ts';
import { productView } from '../../tools/products/product-view.ts';
import { type BranchReply, say } from '../branch.ts';
import type { ReplyWriter } from '../engines/engine.ts';
import { evidenceNeeded } from '../knowledge/evidence-needed.ts';
import { findPassages } from '../knowledge/find-passages.ts';
import { ofTheFaultyThing } from '../knowledge/hits/of-the-faulty-thing.ts';
import { ofWhatIsNamed } from '../knowledge/hits/of-what-is-named.ts';
import { inOwnLanguage } from '../knowledge/hits/own-language.ts';
import { tellsNothingAsked } from '../knowledge/hits/tells-nothing-asked.ts';
import { leanOnLast } from '../knowledge/lean-on-last.ts';
import { withOrdinalRow } from '../knowledge/ordinal-row.ts';
import { withPlaceRows } from '../knowledge/places/place-row.ts';
import { isOfAPlace } from '../knowledge/places/sending.ts';
import { withWiderPlace } from '../knowledge/places/wider-place.ts';
import { type Zone, zoneOfPlace } from '../knowledge/places/zone-of-place.ts';
import { namesNothing } from '../knowledge/question/names-nothing.ts';
import { pointsAtNothing } from '../knowledge/question/points-at-nothing.ts';
import { questionMeant } from '../knowledge/question/question-meant.ts';
import { withoutName } from '../knowledge/question/without-name.ts';
import { thingAsked } from '../knowledge/thing-asked.ts';
import { hoursAlone } from '../knowledge/topics/hours-told.ts';
import { isOfRules, policyPassage } from '../knowledge/topics/policy-passage.ts';
import { supportHours } from '../knowledge/topics/support-hours.ts';
import { topicFirst } from '../knowledge/topics/topic-first.ts';
import { PASSAGES, writtenSearch } from '../knowledge/written-search.ts';
import { SHOP_RULES } from '../phrases/shop-rules.ts';
import { tellsOfThingSold } from '../products/assortment/whether-sold.ts';
import { answerAboutProduct, answerFromDescription } from '../products/catalogue/answer-from-catalogue.ts';
import { asksOfElse } from '../products/catalogue/asks-of-else.ts';
import { LIVE_INTENTS } from '../products/catalogue/catalogue-question.ts';
import type { FromRows } from './from-rows.ts';
import { namesInFocus, type Question } from './question.ts';
import { withRepair } from './repairs.ts';
import { withoutEvidence } from './without-evidence.ts';

/** An answer from the shop's documents, FAQs and rules with its sources, or that there is no evidence. */
export async function fromPassages(question: Question, rows: FromRows, writer: ReplyWriter): Promise<BranchReply> {
  const { task, scope, request, mentioned, language, focusProductIds } = question;
  const { text, zone } = await whatIsMeant(question);
  const namesNone = LIVE_INTENTS.has(request.intent) && mentioned.ids.length === 0 && namesNothing(text);
  if (!rows.yields && (namesNone || pointsAtNothing(request, task.dialogue)))
    return { text: say(writer, SHOP_RULES[language].whichProduct), route: 'clarify' };

  scope.emit({ type: 'status', status: 'searching' });
  const names = await namesInFocus(question);
  const found = await search(question, { text, names, documents: rows.documents });
  const ruled = withRules(question, { text, names, found });
  const { enough } = ruled;
  const ofPlace = isOfAPlace(request) ? withPlaceRows(ruled.hits, request.text) : ruled.hits;
  const hits = withOrdinalRow(ofPlace, text);
  const [top] = hits;
  const inVain = async (near: Hit[]): Promise<BranchReply> => {
    const reply = await withRepair(withoutEvidence(task, text, near), question);
    return { ...reply, text: say(writer, reply.text) };
  };
  if (enough && top && (await isOfElse(question, top, text))) return inVain(top.kind === 'product' ? [] : found.hits);
  const fromRow = !enough
    ? ((await answerFromDescription(question)) ?? supportHours(question.shop, request, language))
    : top?.kind === 'product'
      ? await answerAboutProduct(question, top)
      : undefined;
  if (fromRow) {
    const shown = fromRow.cards ? (fromRow.citations ?? []).map(({ documentId }) => documentId) : focusProductIds;
    return {
      ...fromRow,
      text: say(writer, fromRow.text),
      dialogue: { focusProductIds: shown, lastQuestion: text },
    };
  }
  const ofOne = top?.kind === 'product' && mentioned.named && mentioned.ids.length === 1;
  if (!enough || (ofOne && tellsNothingAsked(text, top, names))) return inVain(found.hits);

  scope.emit({ type: 'status', status: 'writing' });
  const lead = zone ? `${SHOP_RULES[language].inZone(zone.place, zone.zone)}\n` : '';
  if (lead) writer.delta(lead);
  const answer = await scope.session.writeAnswer({ question: text, hits, language, history: scope.history }, writer);
  if (!answer.answered) {
    if (lead + answer.text !== '') writer.reset();
    return inVain([]);
  }
  const cards = await productCards(question, answer, found.hits);
  const shown = cards.flatMap((card) => (card.type === 'products' ? card.products.map(({ id }) => id) : []));
  return {
    text: lead + answer.text,
    citations: answer.citations,
    cards,
    dialogue: {
      focusProductIds: shown.length > 0 ? shown : focusProductIds,
      lastQuestion: text,
      offeredHuman: false,
    },
  };
}

/** Whether what was found is of something else than the thing that is asked for, though it shares its words. */
async function isOfElse(question: Question, top: Hit, text: string): Promise<boolean> {
  if (!(await tellsOfThingSold(top, question.request, question.products))) return true;
  return top.kind === 'product' && asksOfElse(question, { question: text, productId: top.documentId });
}

/** The question that documents are searched for: with what it leans on, and the region or the zone of its place that pages speak of. */
async function whatIsMeant({
  task,
  scope,
  retriever,
  products,
  request,
  language,
}: Question): Promise<{ text: string; zone?: Zone }> {
  const { focusProductIds } = task.dialogue;
  const [product] = focusProductIds.length === 1 ? await products.byIds(focusProductIds) : [];
  const text = await questionMeant({
    request,
    dialogue: task.dialogue,
    language,
    productName: product && localText(product.name, language),
    evidenceOf: async (query) => (await retriever.search(writtenSearch(query, language), scope.signal)).evidence,
  });
  if (!isOfAPlace({ ...request, text })) return { text };
  const wider = await withWiderPlace(text, { retriever, language }, scope.signal);
  const zone = await zoneOfPlace(wider, { retriever, language }, scope.signal);
  return zone ? { text: wider.replace(zone.place, zone.zone), zone } : { text: wider };
}

interface Wording {
  text: string;
  /** Of the products that it is about. */
  names: string[];
}

/** The passages for a question; where they are no evidence, those for it without its product's name, or with the last question. */
async function search(
  { task, scope, retriever, request, mentioned, language, faultToldBefore }: Question,
  { text, names, documents }: Wording & Pick<FromRows, 'documents'>,
): Promise<SearchResponse> {
  const needed = evidenceNeeded(request);
  const asked = { ...request, text };
  const asWritten =
    documents ?? (await findPassages(retriever, asked, { query: text, language, k: PASSAGES }, scope.signal));
  const ofAny = mentioned.named || mentioned.ids.length === 0 ? withoutName(asked, names) : undefined;
  const inGeneral =
    ofAny !== undefined && (asWritten.evidence < needed || asWritten.hits[0]?.kind === 'product')
      ? await retriever.search(writtenSearch(ofAny, language), scope.signal)
      : undefined;
  const general = inGeneral && inGeneral.evidence >= needed ? inGeneral : undefined;
  const leaning =
    !general && asWritten.evidence < needed && text === task.request.text
      ? await leanOnLast(retriever, task, scope.signal)
      : undefined;
  const goods =
    asWritten.evidence < needed && mentioned.ids.length === 0
      ? await thingAsked(retriever, { request: asked, language }, scope.signal)
      : undefined;
  const found = ofTheFaultyThing(
    ofWhatIsNamed(general ?? leaning ?? goods ?? asWritten, mentioned.ids),
    asked,
    faultToldBefore,
  );
  scope.trace.push({
    step: 'search',
    atMs: performance.now(),
    data: { question: text, evidence: found.evidence, hits: found.hits.map(traced) },
  });
  return found;
}

/** What is answered from: the passages in the customer's language, behind the shop's rule where one says it. */
function withRules(
  { policy, request, mentioned, language }: Question,
  { text, names, found }: Wording & { found: SearchResponse },
): { hits: Hit[]; enough: boolean } {
  const byDocuments = found.evidence >= evidenceNeeded(request);
  const productNames = isOfRules(request.intent) && mentioned.ids.length > 0 ? names : [];
  const rule = policyPassage(
    policy,
    {
      text: request.text,
      intent: request.intent,
      productNames: [...productNames, ...request.slots.categories.map(({ category }) => category)],
    },
    { hits: found.hits, enough: byDocuments },
    language,
  );
  const own = topicFirst(inOwnLanguage(found.hits, language), request);
  return {
    hits: rule ? [rule, ...own] : hoursAlone({ ...request, text }, own),
    enough: byDocuments || rule !== undefined,
  };
}

/** Cards of the catalogue's products that the answer cites. */
async function productCards(
  { products: store, shop, language }: Question,
  { citations }: { citations: readonly { documentId: string }[] },
  hits: readonly Hit[],
): Promise<Card[]> {
  const goods = new Set(hits.filter(({ kind }) => kind === 'product').map(({ documentId }) => documentId));
  const ids = [...new Set(citations.map(({ documentId }) => documentId))].filter((id) => goods.has(id));
  if (ids.length === 0) return [];
  const products = await store.byIds(ids);
  const { currency } = shop;
  return [{ type: 'products', products: products.map((product) => productView(product, { language, currency })) }];
}

const traced = (hit: Hit) => ({
  id: hit.id,
  title: localText(hit.title, 'zh'),
  page: hit.page,
  score: hit.score,
  evidence: hit.evidence,
  legs: hit.legs,
});
