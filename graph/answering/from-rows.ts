import type { SearchResponse } from '../../knowledge/types.ts';
import type { Card } from '../../tools/cards.ts';
import type { BranchReply } from '../branch.ts';
import { answeredByFaq } from '../knowledge/answered-by-faq.ts';
import { betterDocuments } from '../knowledge/better-documents.ts';
import { asksToRent } from '../knowledge/beyond-the-row.ts';
import { namedInPassage } from '../knowledge/named-in-passage.ts';
import { restockPhrases } from '../phrases/restock.ts';
import { asksForKind } from '../products/assortment/whether-sold.ts';
import {
  answerBySelection,
  answerFromCatalogue,
  answerFromDescription,
  warrantyOfRow,
} from '../products/catalogue/answer-from-catalogue.ts';
import { LIVE_INTENTS } from '../products/catalogue/catalogue-question.ts';
import { isTerse } from '../products/catalogue/products-meant.ts';
import { namesInFocus, type Question } from './question.ts';

/** What the catalogue's rows make of a question. */
export interface FromRows {
  /** Undefined: the documents are to answer. */
  reply?: BranchReply;
  /** The rows could answer, and documents do it better. */
  yields: boolean;
  /** Those documents, where the question is of a price or the stock. */
  documents?: SearchResponse;
}

/** Price, stock and properties as the catalogue's rows tell them now, unless documents tell more of what is asked. */
export async function fromRows(question: Question): Promise<FromRows> {
  const { scope, retriever, products, request, language, chooses } = question;
  const selected = chooses || asksOfOneInView(question) ? undefined : await answerBySelection(question);
  if (selected?.byWords && (await answeredByFaq(retriever, { request, language }, scope.signal)))
    return { yields: false };
  const warranty = await warrantyOfRow(question);
  const byRow = selected?.reply ?? warranty ?? (await answerFromCatalogue(question));
  const told = byRow ?? (await ofAnotherProduct(question));
  if (!told) return { yields: false };

  const mayYield = byRow !== undefined && !selected && !warranty && !asksForKind(request);
  const ofPriceOrStock = LIVE_INTENTS.has(request.intent);
  const cited = told.citations?.map(({ documentId }) => documentId) ?? [];
  const rows = mayYield || ofPriceOrStock ? await products.byIds(cited) : [];
  const documents = mayYield ? await betterDocuments(retriever, { request, rows, language }, scope.signal) : undefined;
  if (documents || (ofPriceOrStock && asksToRent(request.text, rows)))
    return { yields: true, ...(ofPriceOrStock && documents && { documents }) };

  scope.trace.push({ step: 'catalogue', atMs: performance.now(), data: told.cards });
  return {
    yields: false,
    reply: {
      ...told,
      quickReplies: isSoldOut(told.cards) && scope.mayWrite ? [restockPhrases(language).tellMe] : [],
      dialogue: {
        focusProductIds: told.citations ? cited : question.focusProductIds,
        lastQuestion: request.text,
      },
    },
  };
}

/** More of something than the others have. */
const COMPARES = /[更最]|哪|\b(?:most|least|which|any|other|\w+est)\b/i;

/** "How big?" with one product in view is asked of that one, not of all that is big. */
const asksOfOneInView = ({ request, focus, mentioned }: Question): boolean =>
  focus.length === 1 && mentioned.ids.length === 0 && isTerse(request.text) && !COMPARES.test(request.text);

/** Of another product than before its own row says most, where no page names it: a manual may be of the one before. */
async function ofAnotherProduct(question: Question): Promise<BranchReply | undefined> {
  const { task, retriever, request, mentioned } = question;
  if (request.text === task.request.text || !mentioned.named) return undefined;
  const names = await namesInFocus(question);
  const inPage = await namedInPassage(retriever, task, { question: request.text, names });
  return inPage ? undefined : answerFromDescription(question);
}

/** One product, and none of it to be had. */
function isSoldOut(cards: Card[] | undefined): boolean {
  const [card, another] = cards ?? [];
  const products = card?.type === 'products' && !another ? card.products : [];
  return products.length === 1 && products[0]?.inStock === false;
}
