import { localText } from '../../../stores/local-text.ts';
import type { Product } from '../../../stores/products.ts';
import type { Language } from '../../../stores/schema.ts';
import { anyOf } from '../../../text/any-of.ts';
import { formatMoney } from '../../../tools/format.ts';
import { isAvailable } from '../../../tools/orders/order-lines.ts';
import { lowestPrice } from '../../../tools/products/product-view.ts';
import { namesNothing } from '../../knowledge/question/names-nothing.ts';
import { phrasesIn } from '../../phrases/phrases.ts';
import { rankingPhrases } from '../../phrases/ranking.ts';
import { askedColours, isOfColour } from '../options/colours.ts';
import { wishedVariants } from '../options/options.ts';
import { MOST, type Selection } from './selection.ts';

const ANY = anyOf(
  /有什么|有哪些|哪些|什么东西|都有|现货|有货/i,
  /\b(?:anything|what(?:'s| is| do you have)?|something|which|in stock|do you have)\b/i,
);

/** "What is in stock in blue", 米白色有哪些: the goods that can be had in a colour. */
export function inColour(
  pool: readonly Product[],
  {
    kind,
    ofKind,
    language,
    currency,
    text,
  }: { kind: string; ofKind: boolean; language: Language; currency: string; text: string },
): Selection | undefined {
  // "Is the rich cream …" of creams names no colour.
  const ofName = askedColours(kind.replace(/s$/, ''));
  const colours = askedColours(text).filter((colour) => !ofName.includes(colour));
  if (colours.length === 0 || !(ofKind || (ANY.test(text) && namesNothing(text)))) return undefined;
  const values = (product: Product) =>
    product.variants.flatMap((variant) =>
      Object.values(variant.options)
        .map((option) => localText(option as never, language))
        .filter((option) => isAvailable(variant, 1) && colours.some((colour) => isOfColour(option, colour))),
    );
  // "Dark green, 18 cm": of one that comes so its own options tell.
  if (pool.some((product) => (wishedVariants(product, text, language)?.wishes.length ?? 0) > 1)) return undefined;
  const having = pool.flatMap((product) => {
    const [colour] = values(product);
    return colour === undefined ? [] : [{ product, colour }];
  });
  if (having.length === 0) return ofKind ? { lines: [], none: rankingPhrases(language).noneInColour(kind) } : undefined;
  const phrases = phrasesIn(language);
  return {
    lines: having.slice(0, MOST * 2).map(({ product, colour }) => ({
      product,
      said: phrases.priceOf(
        `${localText(product.name, language)}${language === 'zh' ? `（${colour}）` : ` (${colour})`}`,
        formatMoney(lowestPrice(product), currency),
        phrases.inStock,
      ),
    })),
  };
}
