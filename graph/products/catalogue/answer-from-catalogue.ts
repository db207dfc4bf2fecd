import { localText } from '../../../stores/local-text.ts';
import type { Language } from '../../../stores/schema.ts';
import { anyOf } from '../../../text/any-of.ts';
import type { BranchReply } from '../../branch.ts';
import { asksBeside } from '../assortment/asks-beside.ts';
import { asksForKind } from '../assortment/whether-sold.ts';
import { askedFacts } from '../facts.ts';
import { selectByRow } from '../selecting/select-by-row.ts';
import { answerLine, describe, factLine, tellsOf, wholeDescription } from './answer-line.ts';
import { type CatalogueQuestion, LIVE_INTENTS } from './catalogue-question.ts';
import { catalogueReply, selectionReply } from './catalogue-reply.ts';
import { namesAnotherModel, productsMeant, tellsOfElse, withWhatIsWished } from './products-meant.ts';

const FACT_INTENTS = new Set(['product_question', 'price_question', 'stock_question', 'ordering_question', 'unclear']);
/** The shop's documents speak first; what the product's own row says comes after them. */
const OF_PROPERTIES = new Set(['warranty_question', 'installation_question']);
const DESCRIBED_INTENTS = new Set([...FACT_INTENTS, ...OF_PROPERTIES]);
/** What a question picks of the goods, and whether nothing but their descriptions chose it. */
export interface SelectedGoods {
  reply: BranchReply;
  byWords: boolean;
}

/** The goods that a question picks by their rows; undefined: it picks none, or is not about goods. */
export async function answerBySelection(input: CatalogueQuestion): Promise<SelectedGoods | undefined> {
  const { request, language, shop } = input;
  if (!LIVE_INTENTS.has(request.intent) && !FACT_INTENTS.has(request.intent)) return undefined;
  const selected = await selectByRow({ ...input, currency: shop.currency });
  return selected && { reply: selectionReply(selected, language, shop.currency), byWords: selected.byWords === true };
}

/** Price, stock, options and properties of the products that were named (or are being talked about); undefined: let retrieval answer. */
export async function answerFromCatalogue(input: CatalogueQuestion): Promise<BranchReply | undefined> {
  const { request, language } = input;
  const live = LIVE_INTENTS.has(request.intent);
  if (!live && !FACT_INTENTS.has(request.intent)) return undefined;
  const products = withWhatIsWished(await productsMeant(input, live), input);
  // "Can you print A2" after a talk about film is not of the film: its row knows nothing called A2.
  if (!live && input.mentioned.ids.length === 0 && namesAnotherModel(request.text, products)) return undefined;
  if (live && asksBeside(request.text, products)) return undefined;
  const ofWholeKind = !input.mentioned.named && input.mentioned.ids.length > 0;
  if (!live && ofWholeKind && tellsOfElse(request.text, products)) return undefined;
  const ofKind = asksForKind(request);
  const told =
    live && !ofKind && !input.mentioned.named ? products.filter((product) => tellsOf(product, request, language)) : [];
  const lines = (told.length > 0 ? told : products).flatMap((product) => {
    const said = answerLine(product, request, language, input.shop.currency, live);
    return said === undefined ? [] : [{ product, said }];
  });
  return lines.length > 0 ? catalogueReply(lines, language, input.shop.currency) : undefined;
}

/** How it goes with a warranty, which only documents tell. */
const OF_WARRANTY_RULES = anyOf(
  /延长|延保|过了|过期|到期后|范围|包[括含]|算不算|人为|怎么|如何|哪里|修|换|退|凭证|注册/i,
  /\b(?:cover\w*|extend\w*|out of|after|expire[sd]?|claim\w*|repair\w*|replac\w*)\b/i,
  /\b(?:register\w*|void|include\w*|how (?:do|can|to)|where|if|prove|proof)\b/i,
);

/** The warranty of the one product that is named or in view, where its row tells it and nothing but that is asked. */
export async function warrantyOfRow(input: CatalogueQuestion): Promise<BranchReply | undefined> {
  const { request, language, shop } = input;
  if (request.intent !== 'warranty_question' || OF_WARRANTY_RULES.test(request.text)) return undefined;
  const [product, another] = await productsMeant(input, false);
  if (!product || another) return undefined;
  const facts = askedFacts(product, language === 'zh' ? '质保' : 'warranty', language);
  if (facts.length === 0) return undefined;
  const said = factLine(localText(product.name, language), facts, language);
  return catalogueReply([{ product, said }], language, shop.currency);
}

/** What a named product's description says of a question that no document answers. */
export async function answerFromDescription(input: CatalogueQuestion): Promise<BranchReply | undefined> {
  const { request, language } = input;
  if (!DESCRIBED_INTENTS.has(request.intent)) return undefined;
  const [product, second] = await productsMeant(input, false);
  if (!product || second || (LIVE_INTENTS.has(request.intent) && asksBeside(request.text, [product]))) return undefined;
  // "Do I have to put it together myself?" is told by a property of its own.
  const facts = OF_PROPERTIES.has(request.intent) ? askedFacts(product, request.text, language) : [];
  const said =
    facts.length > 0
      ? factLine(localText(product.name, language), facts, language)
      : describe(product, request.text, language);
  if (said === undefined) return undefined;
  return catalogueReply([{ product, said }], language, input.shop.currency);
}

/** The product that a search found, by its own row: in the customer's language, with today's price. */
export async function answerAboutProduct(
  { request, language, products, shop }: CatalogueQuestion,
  hit: { documentId: string; language: Language },
): Promise<BranchReply | undefined> {
  const [product] = await products.byIds([hit.documentId]);
  if (!product) return undefined;
  const live = LIVE_INTENTS.has(request.intent);
  const inOwnWords =
    answerLine(product, request, language, shop.currency, live) ?? describe(product, request.text, language);
  // What matched was the other language's text: this language's says the same.
  const said = inOwnWords ?? (hit.language === language ? undefined : wholeDescription(product, language));
  return said === undefined ? undefined : catalogueReply([{ product, said }], language, shop.currency);
}
