import { expect, it } from 'vitest';
import {
  asksOtherOptions,
  asksWhatGoesWith,
  asksWhichIsMore,
  asksWhichOfThem,
  ellipticalTopic,
  isBareNumber,
  isBareQuestion,
  isGreeting,
  isHelpless,
  makesAnother,
  ownsAlready,
  tellsMeasure,
} from './follow-up.ts';
import { normaliseText } from './normalise.ts';
import { slotsSchema } from './types.ts';

it.each(['嗨', '哈喽～', 'hey', 'hi there!', '你好啊'])('a greeting and nothing else: %s', (text) => {
  expect(isGreeting(text)).toBe(true);
});

it.each(['嗨，耳机多少钱', 'hi again, which fryer', 'there', '啊', '呀'])(
  'more or less than a greeting: %s',
  (text) => {
    expect(isGreeting(text)).toBe(false);
  },
);

it.each(['how long', '几天', '大概要多久呢？', 'where?', '在哪里'])('a question word alone: %s', (text) => {
  expect(isBareQuestion(text)).toBe(true);
});

it.each(['how long is the cable', '几天能发货', 'where is my parcel', '多少钱'])(
  'asks of a thing of its own: %s',
  (text) => {
    expect(isBareQuestion(text)).toBe(false);
  },
);

it.each(['有没有别的颜色', '还有其他尺码吗？', 'any other colours?', 'what sizes does it come in?'])(
  'the options of what is in view: %s',
  (text) => {
    expect(asksOtherOptions(text)).toBe(true);
  },
);

it.each(['有没有别的推荐', 'what colour is the night lamp made for children', '换成其他颜色'])(
  'no question of options: %s',
  (text) => {
    expect(asksOtherOptions(text)).toBe(false);
  },
);

it.each(['哪个便宜', '哪款更省电？', '这两个里哪个比较安静', 'which one is cheaper?', 'which of them lasts longest'])(
  'a question among what is in view: %s',
  (text) => {
    expect(asksWhichOfThem(text)).toBe(true);
  },
);

it.each(['which one do you recommend?', '哪个订单', '推荐哪个', 'which one of my orders is it', '便宜一点'])(
  'no comparison: %s',
  (text) => {
    expect(asksWhichOfThem(text)).toBe(false);
  },
);

it.each(['she is 110 cm', '身高170', '客厅大概30平米', 'we are 4 people', '孩子5岁'])('tells a measure: %s', (text) => {
  expect(tellsMeasure(text)).toBe(true);
});

it.each(['do you have it in 110 cm?', '110厘米的有吗', 'order 4', '便宜点的'])('tells none: %s', (text) => {
  expect(tellsMeasure(text)).toBe(false);
});

it('an order number with the contact it was placed with is a number and nothing else', () => {
  const slots = slotsSchema.parse({ orderIds: ['PL-5002'], emails: ['tom@example.com'] });
  expect(isBareNumber('pl-5002 tom@example.com', slots)).toBe(true);
  expect(isBareNumber('cancel pl-5002 tom@example.com', slots)).toBe(false);
});

it.each(['怎么办', '那我该怎么办？', 'what do I do now?', 'so what should we do'])('asks for a way out: %s', (text) => {
  expect(isHelpless(text.toLowerCase())).toBe(true);
});

it.each(['怎么办理退货', 'what should i do about the weather', '怎么处理旧电池'])('asks more than that: %s', (text) => {
  expect(isHelpless(text)).toBe(false);
});

it('asks which of those named has more of something', () => {
  expect(asksWhichIsMore('m4 和 m6 加湿器哪个更安静')).toBe(true);
  expect(asksWhichIsMore('which is cheaper, the lamp or the clock?')).toBe(true);
  expect(asksWhichIsMore('a 和 b 推荐哪个更好')).toBe(false);
  expect(asksWhichIsMore('which one comes with a bag')).toBe(false);
});

it.each(['I already have the shoe cream', 'but we own that one', '这个我已经有了', '买过了'])('owns it: %s', (text) => {
  expect(ownsAlready(normaliseText(text))).toBe(true);
});
it.each(['I have the order number', '有货吗', 'do I have the wrong size?'])('tells of owning nothing: %s', (text) => {
  expect(ownsAlready(normaliseText(text))).toBe(false);
});

it.each([
  'what goes with the shoes I bought',
  'what do other people buy with the kettle',
  '我买的吸尘器要配什么',
  '这件外套搭配什么好',
])('goes with: %s', (text) => {
  expect(asksWhatGoesWith(normaliseText(text))).toBe(true);
});
it.each(['I agree with the price', '配送多久', 'go with the first one'])('asks for nothing to go with: %s', (text) => {
  expect(asksWhatGoesWith(normaliseText(text))).toBe(false);
});

it.each(['and the bed cover, make it the long one', '把床垫换成1.5米的'])(
  'something ordered is to be another: %s',
  (text) => {
    expect(makesAnother(text)).toBe(true);
  },
);

it.each(['can you make it out to my company', 'will it make a difference', '换成红色的多少钱'])(
  'nothing ordered is to be another: %s',
  (text) => {
    expect(makesAnother(text)).toBe(false);
  },
);

it('"the purifier too" wishes the same of another thing', () => {
  expect(ellipticalTopic('the purifier too')).toBe('the purifier');
  expect(ellipticalTopic('and my blue scarf as well')).toBe('my blue scarf');
  expect(ellipticalTopic('me too')).toBeUndefined();
});
