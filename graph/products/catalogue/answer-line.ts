import { allTexts, localText } from '../../../stores/local-text.ts';
import type { Product } from '../../../stores/products.ts';
import type { Language } from '../../../stores/schema.ts';
import { productDescription } from '../../../tools/products/product-description.ts';
import { linesOf } from '../../../tools/recommending/told-by-row.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import { beyondTheRow } from '../../knowledge/beyond-the-row.ts';
import { askedFacts, askedSentences, fullySaid, type ProductFact, whatIsHeld } from '../facts.ts';
import { fitsOf } from '../fits.ts';
import { askedColours } from '../options/colours.ts';
import { describeOffer, describeOptions, describeWished } from '../options/describe-variants.ts';
import { askedOptionKeys, wishedVariants } from '../options/options.ts';
import { OF_OFFER } from './catalogue-question.ts';

/** What a row tells of that a question without a word of price or stock names. */
export const tellsOf = (product: Product, { text }: UnderstoodRequest, language: Language): string | undefined =>
  OF_OFFER.test(text) ? undefined : fullySaid(product, text, language);

/** What a product's row says to a question: price and stock, options, what lies in the box, properties. Undefined: nothing. */
export function answerLine(
  product: Product,
  request: UnderstoodRequest,
  language: Language,
  currency: string,
  live: boolean,
): string | undefined {
  const { text, intent } = request;
  const name = localText(product.name, language);
  const wished = wishedVariants(product, text, language);
  if (!wished && intent !== 'price_question' && asksColourUntold(product, text)) return undefined;
  // "Is the white paint scratch-resistant" wishes for nothing white.
  if (wished && (live || beyondTheRow(text, [product]).every(({ concepts }) => concepts.length === 0))) {
    const said = describeWished(product, wished, { language, currency, name });
    // "How tall is the small one": its price alone answers nothing.
    const asked = intent === 'product_question' ? askedFacts(product, text, language) : [];
    return asked.length > 0 ? `${said}${language === 'zh' ? '' : ' '}${factLine(name, asked, language)}` : said;
  }
  const keys = askedOptionKeys(product, text);
  if (keys.length > 0 && intent !== 'price_question')
    return describeOptions(product, keys, { language, currency, name });
  const [colon, gap] = language === 'zh' ? ['：', ''] : [': ', ' '];
  // "Has it a saucer?" looks like a question of stock, and the row tells of the saucer.
  const feature = live ? tellsOf(product, request, language) : undefined;
  if (feature) return `${name}${colon}${feature}`;
  if (live) {
    const offer = describeOffer(product, intent === 'stock_question', { language, currency, name });
    const fits = fitsOf(product, text, language);
    return fits.length > 0 ? `${offer}${language === 'zh' ? '' : ' '}${factsText(fits, language)}` : offer;
  }
  const held = whatIsHeld(product, text, language);
  if (held.length > 0) return `${name}${colon}${held.join(gap)}`;
  const facts = askedFacts(product, text, language);
  if (facts.length > 0) return factLine(name, facts, language);
  const said = intent === 'product_question' ? fullySaid(product, text, language) : undefined;
  return said && `${name}${colon}${said}`;
}

/** "Is there a pink one" of what has no colours to choose from and tells of none. */
function asksColourUntold(product: Product, text: string): boolean {
  const bare = allTexts(product.name).reduce((said, name) => said.replaceAll(name, ' '), text);
  const colours = askedColours(bare);
  if (colours.length === 0) return false;
  const row = askedColours([...linesOf(product, 'zh'), ...linesOf(product, 'en')].join('\n'));
  return !colours.some((colour) => row.includes(colour));
}

/** Properties of a product, by its name. */
export const factLine = (name: string, facts: readonly ProductFact[], language: Language): string =>
  `${name}${language === 'zh' ? '：' : ' – '}${factsText(facts, language)}`;

function factsText(facts: readonly ProductFact[], language: Language): string {
  const [colon, comma, end] = language === 'zh' ? ['：', '，', '。'] : [': ', '; ', '.'];
  return `${facts.map(({ label, value }) => `${label}${colon}${value}`).join(comma)}${end}`;
}

/** All of a product's description, by its name. */
export function wholeDescription(product: Product, language: Language): string | undefined {
  const text = productDescription(product, language);
  return text === '' ? undefined : `${localText(product.name, language)}${language === 'zh' ? '：' : ': '}${text}`;
}

/** The sentences of a product's description that speak of what is asked, by its name. */
export function describe(product: Product, question: string, language: Language): string | undefined {
  const sentences = askedSentences(product, question, language);
  if (sentences.length === 0) return undefined;
  const [colon, gap] = language === 'zh' ? ['：', ''] : [': ', ' '];
  return `${localText(product.name, language)}${colon}${sentences.join(gap)}`;
}
