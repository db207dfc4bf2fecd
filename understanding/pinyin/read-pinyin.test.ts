import { expect, it } from 'vitest';
import { readPinyin } from './read-pinyin.ts';

it.each([
  ['ni hao, wo yao tui huo', '你好我要退货'],
  ['tuihuo', '退货'],
  ['Kuaidi dao na le?', '快递到哪了？'],
  ['wǒ de kuàidì dào nǎ le', '我的快递到哪了'],
  ['qu3xiao1 ding4dan1 KF20261119-0186', '取消订单 KF20261119-0186'],
  ['kai fapiao', '开发票'],
  ['zhuan rengong', '转人工'],
  ['duoshao qian', '多少钱'],
])('reads what is said to a shop: %s', (said, han) => expect(readPinyin(said)?.han).toBe(han));

it.each(['wo xihuan chi pingguo', 'zhongguo ren zenme shuo ne', 'jintian tianqi zhen bucuo'])(
  'knows pinyin that it cannot read: %s',
  (said) => expect(readPinyin(said)).toEqual({ han: undefined }),
);

it.each([
  'hello',
  'can you change me a banana',
  'where is my order',
  'Li Wei',
  'Shanghai',
  'Nuanlan R9',
  'return',
  '退货 tuihuo',
  'XL',
  'ok',
  'song long fan',
  '12345',
])('leaves English, names and characters alone: %s', (said) => expect(readPinyin(said)).toBeUndefined());
