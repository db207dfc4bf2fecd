import { allTexts } from '../../stores/local-text.ts';
import type { Product } from '../../stores/products.ts';
import type { Language } from '../../stores/schema.ts';
import { askedUnits } from '../../tools/products/product-words.ts';
import { factOf, type ProductFact } from './facts.ts';

const FITS = /适用|适配|兼容|匹配|^(?:fits?|suits?|for_models?)(?:_|$)|compatib/i;

/** What a thing is made to go with, where a model is named that is none of its own: "a screen protector for the S9 Pro". */
export function fitsOf(product: Product, question: string, language: Language): ProductFact[] {
  const names = allTexts(product.name);
  const others = askedUnits(question, names).filter(
    ({ kind, text }) => kind === 'model' && !names.some((name) => name.toLowerCase().includes(text.toLowerCase())),
  );
  if (others.length === 0) return [];
  return Object.keys(product.attributes)
    .filter((key) => FITS.test(key))
    .map((key) => factOf(product, key, language));
}
