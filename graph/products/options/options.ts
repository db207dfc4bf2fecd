import { allTexts, textOf } from '../../../stores/local-text.ts';
import type { Product } from '../../../stores/products.ts';
import type { Language } from '../../../stores/schema.ts';
import { anyOf } from '../../../text/any-of.ts';
import { askedUnits, isMet, labelOf, termsOf } from '../../../tools/products/product-words.ts';
import { askedColours, isOfColour, isShadeSaid } from './colours.ts';
import { isSaid, rawTexts } from './is-said.ts';
import { relativeSize } from './relative-size.ts';

type Variant = Product['variants'][number];

const COLOUR_KEY = /colou?r|颜色|色/i;
const SIZE_KEY = /size|尺码|尺寸/i;
const ANY_OPTION = anyOf(
  /规格|款式|版本|型号|选项|几种|哪几种|哪些款|\boptions?\b|\bvariants?\b|\bversions?\b/i,
  /\bconfigurations?\b|come in\??$/i,
);
const COLOUR_WORD = /颜色|什么色|哪些色|几种色|\bcolou?rs?\b|\bshades?\b/i;
const SCENT_KEY = /scent|fragrance|flavou?r|aroma|[香口]味|味道/i;
const SCENT_WORD = /[香口气]味|味道|味儿|什么味|香型|\b(?:scents?|fragrances?|flavou?rs?|smells?)\b/i;
const SIZE_WORD = /尺码|尺寸|码数|多大码|几码|哪些码|\bsizes?\b/i;

/** The names of what can be chosen, in the order in which the variants bring them. */
export const optionKeys = (product: Product): string[] => [
  ...new Set(product.variants.flatMap((variant) => Object.keys(variant.options))),
];

export const optionLabel = (key: string, language: Language): string => labelOf(key, language).label;

/** The values of an option, each once. */
export const optionValues = (variants: readonly Variant[], key: string, language: Language): string[] => [
  ...new Set(variants.map((variant) => textOf(variant.options[key], language)).filter(Boolean)),
];

/** The options that a question asks about in general: "which sizes", 有什么颜色, 几种规格. */
export function askedOptionKeys(product: Product, question: string): string[] {
  const keys = optionKeys(product);
  if (COLOUR_WORD.test(question)) return keys.filter((key) => COLOUR_KEY.test(key));
  const scents = SCENT_WORD.test(question) ? keys.filter((key) => SCENT_KEY.test(key)) : [];
  if (scents.length > 0) return scents;
  if (SIZE_WORD.test(question)) return keys.filter((key) => SIZE_KEY.test(key) || keys.length === 1);
  if (ANY_OPTION.test(question)) return keys;
  const units = askedUnits(question, allTexts(product.name));
  return keys.filter((key) => {
    const terms = termsOf(`${labelOf(key, 'zh').label} ${labelOf(key, 'en').label}`);
    return units.some((unit) => isMet(unit, terms));
  });
}

/** What a question wishes of a product's options: the variants that have it all, and the wishes none has. */
export interface WishedVariants {
  variants: Variant[];
  /** Per option wished for, the values as the shop writes them; empty where it has none such. */
  wishes: { key: string; values: string[] }[];
}

/** Reads "in blue, size M" from a question; undefined when it names no value of any option. */
export function wishedVariants(product: Product, question: string, language: Language): WishedVariants | undefined {
  const bare = allTexts(product.name).reduce((text, name) => text.replaceAll(name, ' '), question);
  const wishes: WishedVariants['wishes'] = [];
  let variants = [...product.variants];
  for (const key of optionKeys(product)) {
    const values = product.variants.map((variant) => variant.options[key]);
    const named = values.filter((value) => isSaid(value, bare));
    const size = named.length === 0 ? relativeSize(values, bare) : undefined;
    const said = size === undefined ? named : [size];
    const colours = said.length === 0 && COLOUR_KEY.test(key) ? askedColours(bare) : [];
    if (said.length === 0 && colours.length === 0) continue;
    const texts = new Set(said.map((value) => textOf(value, language)));
    const fits = (variant: Variant): boolean =>
      said.length > 0
        ? texts.has(textOf(variant.options[key], language))
        : rawTexts(variant.options[key]).some((text) => colours.some((colour) => isOfColour(text, colour)));
    const shades = product.variants.filter(
      (variant) => said.length === 0 && rawTexts(variant.options[key]).some((text) => isShadeSaid(text, bare)),
    );
    const wished = shades.length > 0 ? shades : product.variants.filter(fits);
    wishes.push({ key, values: optionValues(wished, key, language) });
    variants = variants.filter((variant) => wished.includes(variant));
  }
  return wishes.length > 0 ? { variants, wishes } : undefined;
}
