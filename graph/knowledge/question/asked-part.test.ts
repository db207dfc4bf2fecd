import { expect, it } from 'vitest';
import { askedPart } from './asked-part.ts';

it('keeps what a long message asks and what is wrong, without the story', () => {
  const zh = askedPart(
    '您好，上个月我在你们这里给女儿的房间订了一盏吊灯，师傅前天才有空上门，装好以后发现灯罩边上裂了一条缝，我们也不想再折腾一次，想请教一下这个能补发灯罩吗，还是要整盏寄回去',
  );
  expect(zh).toContain('裂了一条缝');
  expect(zh).toContain('能补发灯罩吗');
  expect(zh).not.toContain('女儿');
  const en = askedPart(
    'Hi there, I ordered a teapot for my sister two weeks ago and she was so happy when it came with the post at last. Yesterday she told me that the lid is cracked. She lives far away and has no box any more. Can she still send it back and who pays the postage?',
  );
  expect(en).toContain('lid is cracked');
  expect(en).toContain('send it back');
  expect(en).not.toContain('happy');
});

it('leaves alone what is short or asks nothing', () => {
  expect(askedPart('灯罩裂了能补发吗')).toBe('灯罩裂了能补发吗');
  const told = '我'.repeat(50);
  expect(askedPart(told)).toBe(told);
});
