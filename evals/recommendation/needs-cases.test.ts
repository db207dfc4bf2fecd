import { describe, expect, it } from 'vitest';
import type { Reply } from '../harness/shop-target.ts';
import { type NeedsCase, needsFault } from './needs-cases.ts';
import { signalOf } from './signal.ts';

const wish: NeedsCase = {
  ...{ id: 'kettles', group: 'needs', text: '', language: 'en', customer: 'reader', nothing: false, maxPrice: 100 },
  ...{ oneOf: new Set(['k1', 'k2']), never: new Set(['gone']) },
};
const shown = (...products: Array<[id: string, price: number]>): Pick<Reply, 'cards'> => ({
  cards: [
    {
      type: 'products',
      products: products.map(([id, price]) => ({
        ...{ id, name: id, price, currency: 'CNY', category: '', description: '', inStock: true, reason: null },
      })),
    },
  ],
});

describe('what is shown to a wish', () => {
  it('is right with one that fits and none that does not', () => {
    expect(needsFault(shown(['k1', 90], ['other', 80]), wish)).toBeUndefined();
  });

  it.each([
    ['nothing', { cards: [] }, 'none of'],
    ['another kind', shown(['other', 80]), 'none of'],
    ['too dear', shown(['k1', 90], ['k2', 120]), 'costs 120'],
    ['kept out', shown(['k1', 90], ['gone', 10]), 'gone is'],
  ])('is wrong with %s', (_, reply, fault) => {
    expect(needsFault(reply, wish)).toContain(fault);
  });

  it('is nothing where the customer complains', () => {
    const complaint = { ...wish, nothing: true };
    expect(needsFault({ cards: [] }, complaint)).toBeUndefined();
    expect(needsFault(shown(['k1', 90]), complaint)).toContain('complaint');
  });
});

describe('what earlier orders tell', () => {
  const customers = Array.from({ length: 60 }, (_, n) => `p${n}`);

  it('is something where lists meet their own customer and no stranger', () => {
    const results = customers.map((id) => ({ found: [id], expected: [id], recommended: true }));
    expect(signalOf(results).tells).toBe(true);
  });

  it('is nothing where they meet strangers as often', () => {
    const results = customers.map((_, n) => ({
      found: ['a'],
      expected: [n % 2 ? 'a' : 'b'],
      recommended: n % 2 === 1,
    }));
    const { tells, byStrangers } = signalOf(results);
    expect(tells).toBe(false);
    expect(byStrangers[1]).toBeCloseTo(0.5, 1);
  });
});
