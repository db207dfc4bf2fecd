import { expect, it } from 'vitest';
import { slotsSchema } from '../../../understanding/types.ts';
import { mentionedProducts } from './mentions.ts';

const kind = (category: string, score: number, ...productIds: string[]) => ({ category, score, productIds });

it('means the kind that is named by all its words, not all that shares one of them', () => {
  const slots = slotsSchema.parse({
    products: [{ productId: 'ridge', score: 0.65, ofKind: true }],
    categories: [kind('ridge tents', 1, 'ridge', 'dome'), kind('tent', 0.8, 'ridge', 'dome', 'pegs')],
  });
  expect(mentionedProducts(slots)).toEqual({ ids: ['ridge', 'dome'], named: false });
});

it('means all that a word stands in where no kind is called so', () => {
  const slots = slotsSchema.parse({ categories: [kind('tent', 0.8, 'ridge', 'pegs')] });
  expect(mentionedProducts(slots).ids).toEqual(['ridge', 'pegs']);
});
