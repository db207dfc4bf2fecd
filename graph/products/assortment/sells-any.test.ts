import { expect, it } from 'vitest';
import { sellsAny, thingWished } from './sells-any.ts';

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

it.each([
  ['适合冬天露营的睡袋', '睡袋'],
  ['适合老人用的手机推荐一下', '手机'],
  ['mobile phone under 2000', 'mobile phone'],
  ['can you recommend a sleeping bag for winter', 'sleeping bag for winter'],
])('hears what a wish names: %s', (text, thing) => expect(thingWished(text)).toBe(thing));

it.each(['适合送妈妈的', '我的皮肤很干', 'I need something for winter camping', 'I want a gift for my dad'])(
  'hears no thing in: %s',
  (text) => expect(thingWished(text)).toBeUndefined(),
);
