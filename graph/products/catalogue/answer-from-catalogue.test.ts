import { expect, it } from 'vitest';
import type { Product, ProductStore } from '../../../stores/products.ts';
import { slotsSchema, type UnderstoodRequest } from '../../../understanding/types.ts';
import type { ShopProfile } from '../../shop.ts';
import { answerFromCatalogue } from './answer-from-catalogue.ts';

const cable = (id: string, name: string) =>
  ({
    id,
    name,
    category: '数据线',
    description: '',
    price: 9,
    stock: 4,
    variants: [],
    attributes: {},
  }) as unknown as Product;
const goods = [cable('hdmi', 'HDMI 2.1 高清线'), cable('usb4', 'USB4 全功能线'), cable('c', 'C 口快充线')];

it('of a kind those are told of that have the standard asked for in their names', async () => {
  const ask = async (text: string) => {
    const productIds = goods.map(({ id }) => id);
    const reply = await answerFromCatalogue({
      request: {
        ...{ text, intent: 'stock_question', route: 'knowledge', confidence: 0.9, isQuestion: true, alternatives: [] },
        slots: slotsSchema.parse({ categories: [{ category: '数据线', productIds, score: 1 }] }),
      } satisfies UnderstoodRequest,
      mentioned: { ids: productIds, named: false },
      focus: [],
      language: 'zh',
      products: {
        all: async () => goods,
        byIds: async (ids: string[]) => goods.filter(({ id }) => ids.includes(id)),
      } as unknown as ProductStore,
      shop: { currency: 'CNY' } as ShopProfile,
    });
    return reply?.citations?.map(({ documentId }) => documentId);
  };
  expect(await ask('有没有usb4的数据线')).toEqual(['usb4']);
  expect(await ask('数据线有货吗')).toEqual(['hdmi', 'usb4', 'c']);
});
