import { describe, expect, it } from 'vitest';
import { createCatalogueIndex } from './catalogue-index.ts';

const index = createCatalogueIndex([
  { id: 'P1', names: ['Orbit R9 Robot Vacuum', '轨道 R9 扫地机器人'], category: ['Vacuums', '吸尘器'] },
  { id: 'P2', names: ['Orbit R9 Dust Bags (Pack of 6)', '轨道 R9 集尘袋'], category: ['Accessories', '配件'] },
  { id: 'P3', names: ['Fjord Down Jacket', '峡湾羽绒外套'], category: ['Coats & jackets', '外套'] },
  { id: 'P4', names: ['Mesa Denim Jacket', '台地牛仔外套'], category: ['Coats & jackets', '外套'] },
  { id: 'P5', names: ['Night Lamp', '小夜灯'], category: ['Lamps', '灯具'] },
  { id: 'P6', names: ['Plain Tee', '纯色上衣'], category: ['T-shirts', 'T恤'] },
  { id: 'P7', names: ['Oxford Shirt', '牛津衬衫'], category: ['Shirts', '衬衫'] },
  { id: 'P8', names: ['Garden Dress', '茶歇裙'], category: ['Dresses', '连衣裙'] },
  { id: 'HP-60', names: ['Knit Dress', '针织裙'], category: ['Dresses', '连衣裙'] },
]);
const products = (text: string) => index.find(text).products.map(({ productId }) => productId);
const sure = (text: string) => index.find(text).products[0]?.score ?? 0;

describe('products', () => {
  it('a model number alone names the product itself, not its accessories', () => {
    expect(products('R9 多少钱')[0]).toBe('P1');
    expect(sure('how much is the R9')).toBeGreaterThanOrEqual(0.9);
    expect(products('R9 dust bags')[0]).toBe('P2');
  });
  it('a model and its bigger sister are two where both are named', () => {
    const blenders = createCatalogueIndex([
      { id: 'B1', names: ['Rill K30 Blender', '溪流 K30 料理机'], category: ['Blenders', '料理机'] },
      { id: 'B2', names: ['Rill K30 Pro Blender', '溪流 K30 Pro 料理机'], category: ['Blenders', '料理机'] },
    ]);
    const own = (text: string) => blenders.find(text).products.filter((one) => one.own);
    expect(own('K30和K30 Pro哪个轻')).toHaveLength(2);
    expect(own('is the K30 Pro quieter than the K30')).toHaveLength(2);
    expect(own('K30 Pro和杯子一起买')).toHaveLength(0);
  });
  it('the last words of a name, and its id, name it', () => {
    expect(products('where is my down jacket')).toEqual(['P3']);
    expect(products('is hp-60 long')).toEqual(['HP-60']);
  });
  it('takes a word of shop talk for itself', () => {
    const ofSocks = createCatalogueIndex([{ id: 'S1', names: ['Wool Socks'], category: ['Socks'] }]);
    expect(ofSocks.find('is it in stock in 44?').products).toEqual([]);
    expect(ofSocks.find('wool scoks').products).toMatchObject([{ productId: 'S1' }]);
  });
  it('takes a slip of the keyboard, not another word, for a name', () => {
    expect(products("it's not right")).toEqual([]);
    expect(products('how much is the live oil')).toEqual([]);
    expect(products('the denmi jacket')).toEqual(['P4']);
  });
});

it('the words of a kind name none of its several things, though the name of one ends in them', () => {
  const tents = createCatalogueIndex([
    { id: 'T1', names: ['Fell Ridge Tent', '山脊双人帐篷'], category: ['Ridge tents', '双人帐篷'] },
    { id: 'T2', names: ['Fell Dome', '穹顶'], category: ['Ridge tents', '双人帐篷'] },
  ]);
  const [named] = tents.find('which ridge tents do you have').products;
  expect(named).toMatchObject({ productId: 'T1', ofKind: true });
  expect(tents.find('how heavy is the fell ridge tent').products[0]?.ofKind).toBeUndefined();
  expect(tents.find('双人帐篷哪个轻').products.every(({ ofKind }) => ofKind)).toBe(true);
});

describe('kinds', () => {
  const kinds = (text: string) => index.find(text).categories[0];
  it('one word of a category means all of it', () => {
    expect(kinds('a warm jacket')?.productIds).toEqual(['P3', 'P4']);
    expect(kinds('裙子')?.productIds).toEqual(['P8', 'HP-60']);
  });
  it('a t-shirt is no shirt', () => {
    expect(index.find('a t-shirt').categories.flatMap(({ productIds }) => productIds)).toEqual(['P6']);
  });
});

it('a word and its number are one name', () => {
  const index = createCatalogueIndex([
    { id: 'tab8', names: ['星野 Tab 8 平板电脑', 'Hoshino Tab 8 Tablet'], category: ['平板', 'Tablets'] },
    { id: 'tab11', names: ['星野 Tab 11 平板电脑', 'Hoshino Tab 11 Tablet'], category: ['平板', 'Tablets'] },
  ]);
  const named = (text: string): string[] => index.find(text).products.map(({ productId }) => productId);
  expect(named('does the tab 11 take a pen')).toEqual(['tab11']);
  expect(named('Tab 8和Tab 11差多少').sort()).toEqual(['tab11', 'tab8']);
  expect(named('11月3号买的')).toEqual([]);
});

it('a word that ends several kinds, and one character at the end of names, names them all', () => {
  const plants = createCatalogueIndex([
    { id: 'A', names: ['龟背竹'], category: ['观叶植物'] },
    { id: 'B', names: ['月季'], category: ['开花植物'] },
    { id: 'C', names: ['植物补光灯'], category: ['工具'] },
    { id: 'D', names: ['铸铁炒锅'], category: ['锅具'] },
    { id: 'E', names: ['不锈钢汤锅'], category: ['锅具'] },
  ]);
  const kind = (text: string) => plants.find(text).categories[0]?.productIds;
  expect(kind('有没有适合懒人的植物')).toEqual(['A', 'B']);
  expect(kind('100块以内的开花植物有吗')).toEqual(['B']);
  expect(plants.find('养猫可以买什么植物').products.every(({ ofKind }) => ofKind)).toBe(true);
  expect(kind('200以内的锅')).toEqual(['D', 'E']);
});

it('either word of a kind with two is wider than the one product that ends in it', () => {
  const pans = createCatalogueIndex([
    { id: 'A', names: ['Frying Pan'], category: ['Pots and pans'] },
    { id: 'B', names: ['Stockpot'], category: ['Pots and pans'] },
  ]);
  expect(pans.find('which pans are light').products.every(({ score }) => score < 0.6)).toBe(true);
});

it('takes a kind for named where it stands by itself, not where a longer word of the catalogue begins with it', () => {
  const { find } = createCatalogueIndex([
    { id: 'T1', names: ['Rye Phone', '瑞手机'], category: ['Phones', '手机'] },
    { id: 'T2', names: ['Elm Phone', '榆手机'], category: ['Phones', '手机'] },
    { id: 'C1', names: ['Clear Case', '透明手机壳'], category: ['Cases', '手机壳'] },
    { id: 'C2', names: ['Matte Case', '磨砂手机壳'], category: ['Cases', '手机壳'] },
    { id: 'H1', names: ['Rose Tea', '玫瑰茶'], category: ['Tea', '茶'] },
  ]);
  const kinds = (text: string) =>
    find(text)
      .categories.filter(({ score }) => score === 1)
      .map(({ category }) => category);
  expect(kinds('手机壳多少钱')).toEqual(['手机壳']);
  expect(kinds('手机和手机壳多少钱')).toEqual(['手机', '手机壳']);
  expect(kinds('手机有货吗')).toEqual(['手机']);
  expect(kinds('do you have steak')).toEqual([]);
  expect(kinds('which teas are there')).toEqual(['tea']);
});

it('takes the words of two kinds side by side for the one thing that is called so', () => {
  const { find } = createCatalogueIndex([
    ...['Birch', 'Maple'].map((name) => ({ id: `${name}-B`, names: [`${name} Bike`], category: ['Bikes'] })),
    { id: 'RACK', names: ['Wall Bike Rack'], category: ['Racks'] },
    { id: 'SHELF', names: ['Shelf Rack'], category: ['Racks'] },
  ]);
  const named = (text: string) => find(text).products.filter(({ ofKind }) => !ofKind)[0]?.productId;
  expect(named('how much is the bike rack')).toBe('RACK');
  expect(named('do you sell bikes and racks')).toBeUndefined();
});

it('takes no accessories for the kind that they belong to', () => {
  const { find } = createCatalogueIndex([
    { id: 'TENT', names: ['Ridge Two'], category: ['Tents'] },
    { id: 'DOME', names: ['Dome Three'], category: ['Tents'] },
    { id: 'PEGS', names: ['Steel Pegs'], category: ['Tent accessories'] },
  ]);
  expect(find('the cheapest tent').categories.map(({ category }) => category)).toEqual(['tents']);
});

it('takes the head of a compound for what is named', () => {
  const { find } = createCatalogueIndex([
    { id: 'HEATER', names: ['山雀电热油汀'], category: ['取暖器'] },
    { id: 'KETTLE', names: ['山雀恒温水壶'], category: ['厨房电器'] },
  ]);
  expect(find('电热水壶多少瓦').products.map(({ productId }) => productId)).toEqual(['KETTLE']);
});

it('takes of two names with the same last words the one of which more is said', () => {
  const { find } = createCatalogueIndex([
    { id: 'LONG', names: ['松风长柄雨伞'], category: ['雨具'] },
    { id: 'BENT', names: ['松风弯柄雨伞'], category: ['雨具'] },
    { id: 'COAT', names: ['松风雨衣'], category: ['雨具'] },
  ]);
  const [first, second] = find('弯柄雨伞有几种颜色').products;
  expect(first?.productId).toBe('BENT');
  expect((first?.score ?? 0) - (second?.score ?? 0)).toBeGreaterThan(0.08);
});

it('a model number means the thing itself, not the shorter name of what is sold to go with it', () => {
  const { find } = createCatalogueIndex([
    { id: 'TENT', names: ['Heron 3 Trekking Tent', '苍鹭 3 徒步帐篷'], category: ['Tents', '帐篷'], price: 240 },
    { id: 'MAT', names: ['Heron 3 Footprint', '苍鹭 3 地布'], category: ['Tent accessories', '帐篷配件'], price: 30 },
    { id: 'SMALL', names: ['Heron 1 Tent', '苍鹭 1 帐篷'], category: ['Tents', '帐篷'], price: 180 },
  ]);
  expect(find('do you have the heron 3 in red').products[0]?.productId).toBe('TENT');
  expect(find('is there a footprint for the heron 3').products[0]?.productId).toBe('MAT');
});
