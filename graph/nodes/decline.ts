import { localText } from '../../stores/local-text.ts';
import type { AnswerDeps } from '../answering/question.ts';
import { type BranchWork, say } from '../branch.ts';
import { beyondTheRow } from '../knowledge/beyond-the-row.ts';
import { ifDocumentsAnswer } from '../knowledge/if-documents-answer.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import { answerBySelection, answerFromCatalogue } from '../products/catalogue/answer-from-catalogue.ts';
import { knownCode, offersCalled } from '../promotions/asked-promotion.ts';
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
  ({ shop, products }: Pick<AnswerDeps, 'shop' | 'products'>): BranchWork =>
  async ({ request, language, dialogue }, _scope, writer) => {
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
    const phrases = phrasesIn(language);
    const { order, product, human } = phrases.topics;
    return {
      text: say(writer, phrases.outOfScope(localText(shop.name, language))),
      quickReplies: [order, product, human],
      dialogue: { lastQuestion: request.text },
    };
  };
