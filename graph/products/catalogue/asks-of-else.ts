import { asksBeside } from '../assortment/asks-beside.ts';
import { isCalled } from '../assortment/is-called.ts';
import { askedFacts, asksWhatIsHeld } from '../facts.ts';
import { askedOptionKeys } from '../options/options.ts';
import { type CatalogueQuestion, LIVE_INTENTS } from './catalogue-question.ts';

/** Whether a question is of the price, stock, options or properties of something else than a product that a search found. */
export async function asksOfElse(
  { request, mentioned, products, language }: CatalogueQuestion,
  { question, productId }: { question: string; productId: string },
): Promise<boolean> {
  const [product] = await products.byIds([productId]);
  if (!product) return false;
  if (LIVE_INTENTS.has(request.intent) && asksBeside(question, [product])) return true;
  if (mentioned.ids.length > 0 || isCalled(product, question)) return false;
  return (
    LIVE_INTENTS.has(request.intent) ||
    asksWhatIsHeld(question) ||
    askedOptionKeys(product, question).length > 0 ||
    askedFacts(product, question, language).length > 0
  );
}
