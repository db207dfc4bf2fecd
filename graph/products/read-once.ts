import type { ProductStore } from '../../stores/products.ts';

/** A catalogue that is read as a whole once at most, however many look through it for one question. */
export function readOnce(products: ProductStore): ProductStore {
  let all: ReturnType<ProductStore['all']> | undefined;
  return {
    ...products,
    all() {
      all ??= products.all();
      return all;
    },
  };
}
