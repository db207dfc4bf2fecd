import { expect, it } from 'vitest';
import { collectCancel } from './collect-cancel.ts';

const reasons = [{ zh: '拍错了', en: 'ordered by mistake' }, 'no longer needed'];
const collect = (text: string, language: 'zh' | 'en') =>
  collectCancel({ request: { text }, view: { language, policy: { rules: { cancel: { reasons } } } } } as never);

it('asks for one of the shop’s reasons in the customer’s language', () => {
  expect(collect('取消订单', 'zh')).toMatchObject({ slot: 'reason', choices: ['拍错了', 'no longer needed'] });
  expect(collect('cancel it', 'en')).toMatchObject({ choices: ['ordered by mistake', 'no longer needed'] });
});

it('takes the one that is said, in whichever language', () => {
  expect(collect('拍错了，取消吧', 'zh')).toEqual({ args: { reason: '拍错了' } });
  expect(collect('Ordered by mistake!', 'zh')).toEqual({ args: { reason: '拍错了' } });
  expect(collect('it is no longer needed', 'en')).toEqual({ args: { reason: 'no longer needed' } });
});
