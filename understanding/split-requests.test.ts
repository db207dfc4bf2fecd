import { expect, it } from 'vitest';
import { splitSegments } from './split-requests.ts';

const cut = (text: string) => splitSegments(text).map(({ text: piece }) => piece);

it('cuts where requests are counted', () => {
  expect(
    cut('i need three things. first where is my lamp, second cancel the socks, and third can you ship it faster'),
  ).toEqual(['i need three things', 'where is my lamp', 'cancel the socks', 'can you ship it faster']);
  expect(cut('第一，电饭煲到哪了；第二，水壶那单取消')).toEqual(['电饭煲到哪了', '水壶那单取消']);
  expect(cut('the second one please')).toHaveLength(1);
  expect(cut('第二个怎么卖')).toHaveLength(1);
});

it('an outcry belongs to what it is about', () => {
  expect(cut('都过了三天了！！你们怎么回事')).toHaveLength(1);
  expect(cut('my parcel is late! this is ridiculous')).toHaveLength(1);
});
