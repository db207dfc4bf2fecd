import { describe, expect, it } from 'vitest';
import { type Repair, readRepair } from './read-repair.ts';

const idle = { question: false };
const asked = { question: true };

describe('talk about the conversation', () => {
  it.each<[Repair, string[]]>([
    [
      'repeat',
      [
        '再说一遍',
        '麻烦你再说一次',
        '你刚才说什么？',
        '没听清',
        '再講一次',
        'say that again please',
        'sorry, what?',
        'come again?',
        'repeat that',
        'what was the question?',
        'again please',
      ],
    ],
    [
      'done',
      [
        '你刚才改了什么',
        '刚刚到底取消了哪些订单？',
        'what did you just change?',
        'did you cancel anything',
        'so what has been changed so far',
      ],
    ],
    [
      'rephrase',
      [
        '说人话',
        '能不能说简单点',
        '换个说法',
        '太长了',
        'in simple words please',
        'simpler please',
        'explain like im five',
        'in plain english',
        'can you rephrase that?',
      ],
    ],
    [
      'explain',
      ['什么意思？', '没听懂', '我听不懂', '啥', '？', 'what do you mean', "I don't get it", 'huh?', '??', '聽不懂'],
    ],
    ['silence', ['。。。', '…', '😀', '，', 'hmm', '-']],
    [
      'hurry',
      [
        '快点',
        '快一点吧',
        '催一下',
        '麻烦催催',
        '怎么这么慢',
        '急急急',
        'hurry up',
        'Hurry up please!',
        'make it quick',
        "what's taking so long?",
      ],
    ],
    ['abilities', ['你能干什么', '那你会做什么', 'what can you do', 'then what do you do?']],
  ])('%s', (repair, texts) => {
    for (const text of texts) expect([text, readRepair(text, idle)]).toEqual([text, repair]);
  });

  it.each<[Repair, string[]]>([
    [
      'cancel',
      [
        '算了',
        '还是算了吧',
        '先不管这个',
        '不退了',
        '算了不改了',
        '取消，不弄了',
        '不取消了，留着',
        '先等等',
        '没事了',
        'never mind',
        'scrap that',
        'leave it for now',
        'actually no, dont return it',
        'no leave it',
        'forget it',
      ],
    ],
    ['skip', ['跳过', '跳过这个', '不知道', '忘了', 'skip', 'skip this one', "I don't know", 'pass']],
  ])('%s, when something was asked', (repair, texts) => {
    for (const text of texts) expect([text, readRepair(text, asked)]).toEqual([text, repair]);
  });

  it('leaves alone a wish to hurry that says what', () => {
    for (const text of ['快点发货', '催一下快递', 'hurry up my order', 'please ship it asap'])
      expect([text, readRepair(text, idle)]).toEqual([text, undefined]);
  });

  it('leaves alone what asks something of the shop', () => {
    const texts = [
      '取消订单 KF-1',
      '不要辣的',
      '什么时候发货',
      '怎么退货',
      '你们有什么推荐',
      '再买一个',
      'what is the price',
      'can you do gift wrapping',
      'next day delivery?',
      'what do you sell',
      '简单款的水壶',
      'the simple one',
      '算运费吗',
    ];
    for (const text of texts) expect([text, readRepair(text, idle)]).toEqual([text, undefined]);
    for (const text of texts) expect([text, readRepair(text, asked)]).toEqual([text, undefined]);
  });

  it('does not take "cancel it" for a refusal where a cancelling waits for its yes', () => {
    expect(readRepair('cancel it', { question: true, action: 'cancel_order' })).toBeUndefined();
    expect(readRepair('取消', { question: true, action: 'cancel_order' })).toBe('silence');
    expect(readRepair('取消', { question: true, action: 'return_order' })).toBe('cancel');
  });
});

it('takes a yes in front of "like that" for the yes to the change that waits', () => {
  const change = { question: true, action: 'change_address' };
  expect(readRepair('可以，就这样', change)).toBeUndefined();
  expect(readRepair('好的就这样吧', change)).toBeUndefined();
  expect(readRepair('就这样放着吧', change)).toBe('cancel');
  expect(readRepair('先这样吧', { question: true })).toBe('cancel');
});

it('a nod is a yes where a change waits for one, and a sound of thinking elsewhere', () => {
  expect(readRepair('嗯', { question: true, action: 'cancel_order' })).toBeUndefined();
  expect(readRepair('嗯嗯', { question: true, action: 'return_order' })).toBeUndefined();
  expect(readRepair('嗯……', { question: true, action: 'cancel_order' })).toBe('silence');
  expect(readRepair('嗯', { question: true })).toBe('silence');
});

it('asking whether it can be cancelled drops nothing', () => {
  expect(readRepair('can I cancel it?', { question: true })).toBeUndefined();
  expect(readRepair('能取消吗', { question: true })).toBeUndefined();
  expect(readRepair('cancel it', { question: true })).toBe('cancel');
});

it('asks which of a change that waits for its yes, and of nothing else', () => {
  for (const text of ['which one was that?', '哪个？', '是哪单']) {
    expect(readRepair(text, { question: true, action: 'change_address' })).toBe('repeat');
    expect(readRepair(text, idle)).toBeUndefined();
  }
});
