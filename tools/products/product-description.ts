import { withoutInstructions } from '../../knowledge/injection/without-instructions.ts';
import { localText } from '../../stores/local-text.ts';
import type { Product } from '../../stores/products.ts';
import type { Language } from '../../stores/schema.ts';

/** A product's description as customers and models may read it: instructions to the machine in it are left out. */
export const productDescription = (product: Pick<Product, 'description' | 'mayStand'>, language: Language): string =>
  withoutInstructions(localText(product.description, language), product.mayStand);
