import { expect, it } from 'vitest';
import { readCorrection, refusesPerson } from './correction.ts';

it.each([
  ['不对，是 KF-2 那个', 'KF-2 那个'],
  ['不是这个，台灯那个', '台灯那个'],
  ['等等，不是童车，是驮包', '驮包'],
  ['哦打错了，是 KF20261118-0362', 'KF20261118-0362'],
  ['我是说 M4 那款', 'M4 那款'],
  ['我说的是檯燈', '檯燈'],
  ['no, the blue one', 'the blue one'],
  ['no wait, I meant order LC-5', 'order LC-5'],
  ['typo sorry, KF-1', 'KF-1'],
  ['i mean the purifier', 'the purifier'],
  ['no, not the purifiers, the fans. T8 or S7?', 'the fans. T8 or S7?'],
  ['no thats wrong, 19 Birch Lane', '19 Birch Lane'],
])('%s → %s', (text, rest) => {
  expect(readCorrection(text)).toMatchObject({ rest, other: false });
});

it.each(['不对，是另一个', 'no, the other one', '不是这个，另外一个', 'not that one, the other'])(
  'the other one: %s',
  (text) => {
    expect(readCorrection(text)?.other).toBe(true);
  },
);

it.each([
  'nothing works',
  'no longer needed',
  'no',
  '不是真皮的吧',
  'waiting for my parcel',
  '我要退货',
  'actually how long is the warranty?',
  '那运费呢',
  'notice period?',
  '是的',
  'sorry, where is my order',
])('no correction: %s', (text) => {
  const read = readCorrection(text);
  expect(read === undefined || read.rest === '').toBe(true);
});

it('reads that no person is wanted, and what is', () => {
  expect(refusesPerson('不用人工，你先说说怎么处理')).toEqual({ rest: '你先说说怎么处理' });
  expect(refusesPerson('i dont need a person i need my bag')).toEqual({ rest: 'i need my bag' });
  expect(refusesPerson('no I do not want a person, just tell me where it is')).toEqual({
    rest: 'just tell me where it is',
  });
  expect(refusesPerson('人工')).toBeUndefined();
  expect(refusesPerson('is this a human?')).toBeUndefined();
});

it('reads what is meant without a comma, and the other one of one’s own', () => {
  expect(readCorrection('不是帐篷 是睡袋那个')).toMatchObject({ rest: '睡袋那个', wrong: '帐篷' });
  expect(readCorrection('No, I meant my other order')?.other).toBe(true);
});
