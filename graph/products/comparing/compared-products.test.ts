import { describe, expect, it } from 'vitest';
import { slotsSchema } from '../../../understanding/types.ts';
import { comparedProducts } from './compared-products.ts';

const said = (text: string, slots: object = {}) => ({ text, slots: slotsSchema.parse(slots) });
const named = (...ids: string[]) => ids.map((productId) => ({ productId, score: 0.9 }));
const inView = ['a', 'b', 'c'];

describe('what is compared', () => {
  it('is what is named, whatever is in view', () => {
    expect(comparedProducts(said('compare x and y', { products: named('x', 'y') }), inView)).toEqual(['x', 'y']);
  });
  it.each([
    ['compare the first two', ['a', 'b']],
    ['前三款有什么区别', ['a', 'b', 'c']],
    ['第一个和第三个哪个好', ['a', 'c']],
    ['the second or the third?', ['b', 'c']],
    ['what is the difference', ['a', 'b', 'c']],
  ])('is found in the list that was shown: %s', (text, ids) => {
    expect(comparedProducts(said(text), inView)).toEqual(ids);
  });
  it('is one that is named, with what its words also fit or with what is in view', () => {
    const buds = { products: named('x'), categories: [{ category: 'buds', productIds: ['x', 'y'], score: 0.8 }] };
    expect(comparedProducts(said('Buds 3 or Buds Lite', buds), ['a'])).toEqual(['x', 'y']);
    expect(comparedProducts(said('比 Buds 3 好吗', { products: named('x') }), ['a'])).toEqual(['x', 'a']);
  });
  it('is the small kind that one is looked for in', () => {
    const pads = { products: named('x'), categories: [{ category: 'pad', productIds: ['x', 'y'], score: 0.8 }] };
    expect(comparedProducts(said('which brake pads are quieter', pads), [])).toEqual(['x', 'y']);
  });
  it('is unknown with one product alone', () => {
    expect(comparedProducts(said('compare it'), ['a'])).toEqual(['a']);
  });
});
