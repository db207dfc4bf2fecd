import { expect, test } from 'vitest';
import { confirmQuestion } from './confirm-question.ts';

const changes = [
  { field: '订单状态', from: '已付款', to: '已取消' },
  { field: '手续费', from: null, to: '¥10', kind: 'fee' as const },
  { field: '退款', from: null, to: '¥109', kind: 'refund' as const },
  { field: '备注', from: '加急', to: null },
];

test('a change is said whole: what was, what will be, the fee, and how to answer', () => {
  expect(confirmQuestion({ summary: '取消订单 A1', changes }, 'zh')).toBe(
    [
      '请确认：取消订单 A1',
      '- 订单状态：已付款 → 已取消\n- 手续费：¥10\n- 退款：¥109\n- 备注：加急 → 无',
      '回复“确认”执行，回复“不用了”放弃。',
    ].join('\n\n'),
  );
});

test('without lines the question is one sentence', () => {
  expect(confirmQuestion({ summary: 'Cancel order A1', changes: [] }, 'en')).toMatch(
    /^Please confirm: Cancel order A1\. Reply "yes"/,
  );
});
