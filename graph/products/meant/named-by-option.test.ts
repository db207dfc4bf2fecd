import { expect, it } from 'vitest';
import type { Product } from '../../../stores/products.ts';
import { slotsSchema, type UnderstoodRequest } from '../../../understanding/types.ts';
import { withNamedByOption } from './named-by-option.ts';

const of = (id: string, ...values: string[]) =>
  ({
    id,
    variants: values.map((value) => ({ id: `${id}-${value}`, options: { choice: value } })),
  }) as unknown as Product;
const goods = [of('board', '红轴', '静音红轴'), of('phone', '黑色', '12GB+256GB'), of('tea', 'Long', 'Cherry Lips')];
const named = async (text: string, inView: string[] = []) =>
  (
    await withNamedByOption(
      {
        ...{ text, intent: 'price_question', route: 'knowledge', confidence: 0.3, isQuestion: true, alternatives: [] },
        slots: slotsSchema.parse({}),
      } satisfies UnderstoodRequest,
      { all: async () => goods },
      inView,
    )
  ).slots.products.map(({ productId }) => productId);

it('a choice that is said in full names what comes in it', async () => {
  expect(await named('有静音红轴吗')).toEqual(['board']);
  expect(await named('12gb+256gb 多少钱')).toEqual(['phone']);
  expect(await named('do you have cherry lips')).toEqual(['tea']);
});

it('a colour, a size, or a choice of what is in view names nothing', async () => {
  expect(await named('有黑色的吗')).toEqual([]);
  expect(await named('how long does it take')).toEqual([]);
  expect(await named('有静音红轴吗', ['board'])).toEqual([]);
});
