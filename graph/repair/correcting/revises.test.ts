import { expect, test } from 'vitest';
import { slotsSchema, type UnderstoodRequest } from '../../../understanding/types.ts';
import { revises } from './revises.ts';

const draft = { intent: 'return_request', orderId: 'BK-1001', args: {} };
const request = (text: string, rest: Partial<UnderstoodRequest> = {}): UnderstoodRequest => ({
  text,
  intent: 'unclear',
  route: 'clarify',
  confidence: 0.2,
  slots: slotsSchema.parse({}),
  isQuestion: false,
  alternatives: [],
  ...rest,
});
const kettle = slotsSchema.parse({ products: [{ productId: 'p1', score: 1 }] });

test('a named item or a count narrows the return that waits for its yes', () => {
  expect(revises(request('水壶', { slots: kettle, route: 'knowledge' }), 'return_order', { draft }, 'zh')).toBe(true);
  expect(revises(request('just one of them', { intent: 'compare_products' }), 'return_order', { draft }, 'en')).toBe(
    true,
  );
  expect(revises(request('只退一件'), 'return_order', { draft }, 'zh')).toBe(true);
});

test('what is to stay belongs to the change that waits, whatever it sounds like', () => {
  const asked = request('just the kettle, keep the mugs', { intent: 'complaint', route: 'escalate' });
  expect(revises(asked, 'change_items', { draft }, 'en')).toBe(true);
  expect(revises(asked, 'change_address', { draft }, 'en')).toBe(false);
});

test('what is wrong with the goods, or that nothing is, belongs to the return that waits', () => {
  expect(revises(request('it is chipped'), 'return_order', { draft }, 'en')).toBe(true);
  expect(revises(request('没有质量问题，不喜欢', { isQuestion: true }), 'return_order', { draft }, 'zh')).toBe(true);
  expect(revises(request('有质量问题能退吗', { isQuestion: true }), 'return_order', { draft }, 'zh')).toBe(false);
  expect(revises(request('it is chipped'), 'cancel_order', { draft }, 'en')).toBe(false);
});

test('a colour belongs to the goods that are to be changed or sent back', () => {
  expect(revises(request('还是绿色吧'), 'change_items', { draft }, 'zh')).toBe(true);
  expect(revises(request('only the green', { route: 'knowledge' }), 'return_order', { draft }, 'en')).toBe(true);
  expect(revises(request('还是绿色吧'), 'cancel_order', { draft }, 'zh')).toBe(false);
});

test('a company’s name belongs to the invoice that waits for its yes', () => {
  for (const text of ['杭州云杉科技有限公司', '抬头：云杉科技 税号 91330106MA2B2XY12A', 'Northwind Trading Ltd'])
    expect(
      revises(request(text, { intent: 'out_of_scope', route: 'decline' }), 'request_invoice', { draft }, 'zh'),
    ).toBe(true);
});

test('a question, a call for a person, a yes and another wish are none', () => {
  const no = (one: UnderstoodRequest) => expect(revises(one, 'return_order', { draft }, 'en')).toBe(false);
  no(request('is the kettle quiet?', { slots: kettle, isQuestion: true }));
  no(request('a person', { slots: kettle, route: 'escalate' }));
  no(request('yes', { slots: slotsSchema.parse({ answer: 'yes' }) }));
  no(request('where is my kettle', { slots: kettle, intent: 'track_order', route: 'order' }));
  expect(revises(request('水壶', { slots: kettle }), 'cancel_order', { draft }, 'zh')).toBe(false);
});

test('a postcode with its town goes on with the address, a number alone does not', () => {
  const looksUp = { intent: 'list_orders', route: 'order' as const };
  expect(revises(request('50672 Köln', looksUp), 'change_address', { draft }, 'en')).toBe(true);
  expect(revises(request('50672', looksUp), 'change_address', { draft }, 'en')).toBe(false);
});

test('that the goods were used belongs to their return', () => {
  expect(revises(request('用过几天了 不太喜欢', { route: 'knowledge' }), 'return_order', { draft }, 'zh')).toBe(true);
  expect(revises(request('I used it twice'), 'return_order', { draft }, 'en')).toBe(true);
  expect(revises(request('I used it twice'), 'change_address', { draft }, 'en')).toBe(false);
});

test('what is kept belongs to the cancelling that waits', () => {
  expect(revises(request('not the lamp!'), 'cancel_order', { draft }, 'en')).toBe(true);
  expect(revises(request('集尘袋留着'), 'cancel_order', { draft }, 'zh')).toBe(true);
});

test('another number belongs to the items that are changed', () => {
  const items = { draft: { ...draft, intent: 'change_items' } };
  expect(revises(request('actually six'), 'change_items', items, 'en')).toBe(true);
  expect(revises(request('六个吧'), 'change_items', items, 'zh')).toBe(true);
  expect(revises(request('actually six'), 'cancel_order', items, 'en')).toBe(false);
});
