import { expect, it } from 'vitest';
import { partSchema } from './state.ts';
import { voiceIn } from './voice.ts';

it('streams the text that the reply ends up with, however it was cut', async () => {
  const voice = await voiceIn('hant');
  const whole = '您的订单 KF-1 已发货，里面有面条和头发护理套装。';
  for (let size = 1; size < whole.length; size++) {
    let heard = '';
    const writer = voice.writer({ delta: (text) => (heard += text), reset: () => (heard = '') });
    for (let at = 0; at < whole.length; at += size) writer.delta(whole.slice(at, at + size));
    writer.end();
    expect(heard).toBe(voice.text(whole));
  }
});

it('turns cards, buttons and the change to be confirmed, and leaves quotes of documents', async () => {
  const part = partSchema.parse({
    index: 0,
    intent: 'cancel_order',
    route: 'order',
    text: '请确认：取消订单 KF-1。',
    citations: [{ documentId: 'd', title: '退货政策', page: 1, quote: '运费由买家承担' }],
    quickReplies: ['确认', '不用了'],
    confirmation: {
      id: 'c',
      action: 'cancel_order',
      args: { 原因: '不要了' },
      summary: '取消订单',
      changes: [{ field: '状态', from: '已付款', to: '已取消' }],
      expiresAt: 'x',
    },
  });
  const said = (await voiceIn('hant')).part(part);
  expect(said.text).toBe('請確認：取消訂單 KF-1。');
  expect(said.quickReplies).toEqual(['確認', '不用了']);
  expect(said.confirmation).toMatchObject({
    summary: '取消訂單',
    changes: [{ field: '狀態' }],
    args: { 原因: '不要了' },
  });
  expect(said.citations).toEqual(part.citations);
  expect((await voiceIn('hans')).part(part)).toEqual(part);
});
