import { expect, it } from 'vitest';
import type { Product } from '../../../stores/products.ts';
import { slotsSchema } from '../../../understanding/types.ts';
import { tellsOfElse, withWhatIsWished } from './products-meant.ts';

const sofa = (name: string, description: string): Product =>
  ({ id: name, name, category: '沙发', description, attributes: {}, variants: [] }) as unknown as Product;
const SOFAS = [sofa('暖屿三人沙发', '猫抓布面料。'), sofa('晨雾沙发', '头层牛皮，电动。')];
const meant = (text: string) =>
  withWhatIsWished([...SOFAS], {
    request: {
      ...{ text, intent: 'price_question', route: 'knowledge', confidence: 1, isQuestion: true },
      ...{ slots: slotsSchema.parse({}), alternatives: [] },
    },
    mentioned: { ids: SOFAS.map(({ id }) => id), named: false },
    language: 'zh',
  }).map(({ id }) => id);

it('of a kind, the one whose row speaks of what is said of it', () => {
  expect(meant('牛皮沙发多少钱')).toEqual(['晨雾沙发']);
  expect(meant('沙发多少钱')).toEqual(['暖屿三人沙发', '晨雾沙发']);
});

it('what is asked of something that no row of the kind speaks of', () => {
  expect(tellsOfElse('沙发套能用烘干机吗', SOFAS)).toBe(true);
  expect(tellsOfElse('沙发是什么面料', SOFAS)).toBe(false);
});
