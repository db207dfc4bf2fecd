import type { Product } from '../../../stores/products.ts';
import type { Language } from '../../../stores/schema.ts';
import { formatMoney } from '../../../tools/format.ts';
import { isAvailable } from '../../../tools/orders/order-lines.ts';
import { inStock, lowestPrice, optionsText } from '../../../tools/products/product-view.ts';
import { phrasesIn } from '../../phrases/phrases.ts';
import { optionKeys, optionLabel, optionValues, type WishedVariants } from './options.ts';

interface View {
  language: Language;
  currency: string;
  name: string;
}

/** Up to this many variants are listed one by one. */
const FEW = 6;

const comma = (language: Language) => (language === 'zh' ? '、' : ', ');

/** "$149", "from $149": what the variants cost. */
function priceText(product: Product, currency: string, language: Language): string {
  const prices = new Set(product.variants.map((variant) => Number(variant.price)));
  const lowest = formatMoney(lowestPrice(product), currency);
  return prices.size > 1 ? phrasesIn(language).priceFrom(lowest) : lowest;
}

/** Price and stock; the options, one by one where they are few and their prices differ. */
export function describeOffer(product: Product, aboutStock: boolean, { language, currency, name }: View): string {
  const phrases = phrasesIn(language);
  const stock = inStock(product) ? phrases.inStock : phrases.outOfStock;
  const head = aboutStock
    ? phrases.stockOf(name, stock)
    : phrases.priceOf(name, priceText(product, currency, language), stock);
  const { variants } = product;
  if (variants.length < 2) return head;
  const listed =
    variants.length <= FEW
      ? variants
          .map((variant) => {
            const gone = isAvailable(variant, 1) || !inStock(product) ? '' : ` (${phrases.outOfStock})`;
            return `${optionsText(variant.options, language)} ${formatMoney(Number(variant.price), currency)}${gone}`;
          })
          .join(language === 'zh' ? '、' : '; ')
      : optionKeys(product)
          .map(
            (key) =>
              `${optionLabel(key, language)} ${optionValues(variants, key, language).join(language === 'zh' ? '/' : ', ')}`,
          )
          .join(language === 'zh' ? '；' : '; ');
  return `${head}${language === 'zh' ? '' : ' '}${phrases.variantsOf(listed)}`;
}

/** The values of the options asked about, with those that are sold out. */
export function describeOptions(product: Product, keys: readonly string[], { language, name }: View): string {
  const phrases = phrasesIn(language);
  const parts = keys.map((key) => {
    const values = optionValues(product.variants, key, language);
    const here = new Set(
      optionValues(
        product.variants.filter((variant) => isAvailable(variant, 1)),
        key,
        language,
      ),
    );
    const shown = values.map((value) => (here.has(value) ? value : `${value} (${phrases.outOfStock})`));
    return phrases.optionsOf(optionLabel(key, language), shown.join(comma(language)));
  });
  return `${phrases.comesIn(name)}${parts.join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}`;
}

/** Whether what was wished for is there, at what price, and what there is instead. */
export function describeWished(product: Product, { variants, wishes }: WishedVariants, view: View): string {
  const { language, currency, name } = view;
  const phrases = phrasesIn(language);
  const missing = wishes.find((wish) => wish.values.length === 0);
  if (missing || variants.length === 0) {
    const keys = missing ? [missing.key] : optionKeys(product);
    return `${phrases.notOffered(name)}${describeOptions(product, keys, view)}`;
  }
  // "Hardcover or paperback": each with its own price.
  const several = wishes.some((wish) => wish.values.length > 1);
  const priced = new Set(variants.map((variant) => Number(variant.price)));
  if (several && variants.length <= FEW && priced.size > 1) return describeOffer({ ...product, variants }, false, view);
  const wished = wishes.map((wish) => wish.values.join(comma(language))).join(comma(language));
  const here = variants.filter((variant) => isAvailable(variant, 1));
  const prices = [...new Set((here.length > 0 ? here : variants).map((variant) => Number(variant.price)))].sort(
    (a, b) => a - b,
  );
  const price = formatMoney(prices[0] ?? lowestPrice(product), currency);
  const stock = here.length > 0 ? phrases.inStock : phrases.outOfStock;
  const head = phrases.priceOf(
    `${name}${language === 'zh' ? `（${wished}）` : ` (${wished})`}`,
    prices.length > 1 ? phrases.priceFrom(price) : price,
    stock,
  );
  const open = optionKeys(product).filter((key) => !wishes.some((wish) => wish.key === key));
  const rest = open.filter((key) => optionValues(here, key, language).length > 0);
  if (rest.length === 0) return head;
  const options = rest.map((key) =>
    phrases.optionsOf(optionLabel(key, language), optionValues(here, key, language).join(comma(language))),
  );
  return `${head}${language === 'zh' ? '' : ' '}${phrases.available(options.join(language === 'zh' ? '；' : '; '))}`;
}
