import { expect, it } from 'vitest';
import { sellsAny } from './sells-any.ts';

const goods = [
  {
    name: { zh: '山雀手机支架', en: 'Titmouse Phone Stand (Black)' },
    category: { zh: '手机配件', en: 'Phone accessories' },
    description: { zh: '可折叠。', en: 'A folding stand for phones of any size.' },
  },
  {
    name: { zh: '苇莺真无线耳机', en: 'Warbler Buds with case' },
    category: { zh: '耳机', en: 'Headphones' },
    description: { zh: '轻巧。', en: 'Light.' },
  },
];

it.each(['耳机', '适合老人用的耳机', 'phone stands', 'a stand for my desk', 'headphones under 100', '手机支架'])(
  'sells %s',
  (wish) => expect(sellsAny(wish, goods)).toBe(true),
);

it.each(['手机', '适合老人用的手机', 'phones for elderly people', 'cases for a tablet', '电视'])(
  'does not sell %s',
  (wish) => expect(sellsAny(wish, goods)).toBe(false),
);

it.each(['适合送妈妈的礼物', 'gifts for a teacher', 'anything'])('cannot tell of %s', (wish) =>
  expect(sellsAny(wish, goods)).toBe(true),
);
