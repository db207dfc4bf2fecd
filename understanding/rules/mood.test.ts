import { expect, it } from 'vitest';
import { detectMood } from './mood.ts';

it('hears a curse, and none in a mother', () => {
  expect(detectMood('他妈的什么快递', '他妈的什么快递')).toBe('angry');
  expect(detectMood('推荐个送妈妈的花', '推荐个送妈妈的花')).toBe('neutral');
  expect(detectMood('送他妈妈的生日礼物', '送他妈妈的生日礼物')).toBe('neutral');
  expect(detectMood('推荐一款送爸妈的扫地机', '推荐一款送爸妈的扫地机')).toBe('neutral');
  expect(detectMood('收件人改成我妈的名字', '收件人改成我妈的名字')).toBe('neutral');
  expect(detectMood('妈的怎么还没到', '妈的怎么还没到')).toBe('angry');
});

it.each(["that's not good enough", '你们这样太不像话了'])('hears who is let down without hard words: %s', (text) => {
  expect(detectMood(text, text)).toBe('angry');
});

it.each(['有能自己倒垃圾的扫地机器人吗', '垃圾桶有30升的吗', '滚筒洗衣机怎么清洗', '滚刷多久换一次', '曝光补偿怎么调'])(
  'hears none in the names of goods and their parts: %s',
  (text) => {
    expect(detectMood(text, text)).toBe('neutral');
  },
);

it.each(['垃圾店铺', '你们就是垃圾', '什么垃圾质量', '滚', '滚蛋吧你们', '我要曝光你们'])(
  'hears it in the same words: %s',
  (text) => {
    expect(detectMood(text, text)).toBe('angry');
  },
);
