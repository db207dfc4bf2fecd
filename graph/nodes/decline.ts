import { ASK_THRESHOLD } from '../../knowledge/retrieval/evidence.ts';
import type { Hit, Retriever } from '../../knowledge/types.ts';
import { localText } from '../../stores/local-text.ts';
import type { AnswerDeps } from '../answering/question.ts';
import { withoutEvidence } from '../answering/without-evidence.ts';
import { type BranchTask, type BranchWork, say } from '../branch.ts';
import { beyondTheRow } from '../knowledge/beyond-the-row.ts';
import { forCaller } from '../knowledge/hits/for-caller.ts';
import { ifDocumentsAnswer } from '../knowledge/if-documents-answer.ts';
import { writtenSearch } from '../knowledge/written-search.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import { answerBySelection, answerFromCatalogue } from '../products/catalogue/answer-from-catalogue.ts';
import { knownCode, offersCalled } from '../promotions/asked-promotion.ts';
import type { TurnScope } from '../scope.ts';
import type { PromotionsDeps } from './promotions.ts';

/** Says that this is not the shop's business, and what is; unless the shop's own documents answer it. */
export function createDecline(
  deps: AnswerDeps & Pick<PromotionsDeps, 'promotions'>,
  promotions: BranchWork,
): BranchWork {
  const fromDocuments = ifDocumentsAnswer(deps, outOfScope(deps));
  return async (task, scope, writer) => {
    const { request } = task;
    const offers = (await deps.promotions.all()) ?? [];
    const codes = offers.flatMap(({ code }) => code ?? []);
    // A code or an offer of the shop's own is its business, whatever is asked of it.
    if (knownCode(request.text, codes) || offersCalled(request.text, offers).length > 0)
      return { route: 'knowledge', ...(await promotions(task, scope, writer)) };
    return fromDocuments(task, scope, writer);
  };
}

const outOfScope =
  ({ shop, products, retriever }: Pick<AnswerDeps, 'shop' | 'products' | 'retriever'>): BranchWork =>
  async (task, scope, writer) => {
    const { request, language, dialogue } = task;
    // "Weather sealed?" of the one product in view: its row may know what looks like none of the shop's business.
    const focus = dialogue.focusProductIds.length === 1 ? dialogue.focusProductIds : [];
    const asked = { ...request, intent: 'product_question' };
    const mentioned = { ids: [], named: false };
    const ofRow = await answerFromCatalogue({ request: asked, mentioned, focus, language, products, shop });
    if (ofRow && focus.length > 0) return { ...ofRow, route: 'knowledge', text: say(writer, ofRow.text) };
    // "What's vegan then?": all that it asks stands in the goods' own rows.
    const picked = await answerBySelection({ request: asked, mentioned, focus: [], language, products, shop });
    const selected = picked?.reply;
    const shown = await products.byIds(selected?.citations?.map(({ documentId }) => documentId) ?? []);
    if (selected && shown.length > 0 && beyondTheRow(request.text, shown).length === 0)
      return { ...selected, route: 'knowledge', text: say(writer, selected.text) };
    const near = await whatComesNear(retriever, task, scope);
    if (near) {
      const reply = withoutEvidence(task, request.text, near);
      return { ...reply, text: say(writer, reply.text) };
    }
    const phrases = phrasesIn(language);
    const { order, product, human } = phrases.topics;
    return {
      text: say(writer, phrases.outOfScope(localText(shop.name, language))),
      quickReplies: [order, product, human],
      dialogue: { lastQuestion: request.text },
    };
  };

/** Less sure than this, it may be the shop's business in words that no classifier knows. */
const SURE = 0.7;
/** Four of five questions of the weather and the world find less in a shop's pages, and three of four of the shop's own more. */
const FAR = 0.15;

/** Passages that come near what looks like none of the shop's business: then that they don't tell is all that is known. */
async function whatComesNear(
  retriever: Retriever,
  { request, language }: BranchTask,
  scope: TurnScope,
): Promise<Hit[] | undefined> {
  const search = writtenSearch(request.text, language);
  const { hits, evidence } = await forCaller(retriever, scope.caller).search(search, scope.signal);
  return evidence >= (request.confidence < SURE ? FAR : ASK_THRESHOLD) ? hits : undefined;
}
