import { expect, it } from 'vitest';
import { slotsSchema, type UnderstoodRequest } from '../../understanding/types.ts';
import { readDialogue } from '../dialogue.ts';
import { inView } from './in-view.ts';
import { narrow } from './narrow.ts';

const request = (text: string, over: Partial<UnderstoodRequest> = {}): UnderstoodRequest => ({
  text,
  intent: 'unclear',
  route: 'knowledge',
  confidence: 0.5,
  slots: slotsSchema.parse({}),
  isQuestion: false,
  alternatives: [],
  ...over,
});
const ofLock = readDialogue({
  lastRoute: 'order',
  lastIntent: 'list_orders',
  focusOrderIds: ['LC-50262'],
  shownOrderIds: ['LC-50267', 'LC-50262', 'LC-50255'],
  knownOrderIds: ['LC-50262', 'LC-50267', 'LC-50255'],
});

it('takes impatience after a refund was told for that refund, not for a parcel', () => {
  const ofRefund = { ...ofLock, lastIntent: 'refund_status' };
  const slow = request('why is this so slow', { intent: 'urge_delivery', route: 'order' });
  expect(inView(slow, ofRefund).intent).toBe('refund_status');
  expect(inView(slow, ofLock).intent).toBe('urge_delivery');
});

it('goes on with the goods that were to be others where no address is spoken of, and with an invoice for the order in view', () => {
  const ofSwap = { ...ofLock, lastIntent: 'exchange_request' };
  const more = (text: string) => inView(request(text, { intent: 'change_address', route: 'order' }), ofSwap).intent;
  expect(more('那就不能改了吗')).toBe('exchange_request');
  expect(more('那收货地址能改吗')).toBe('change_address');
  const invoice = (text: string) => inView(request(text, { intent: 'invoice_question', isQuestion: true }), ofLock);
  expect(invoice('那个能开发票不').intent).toBe('invoice_request');
  expect(invoice('怎么开发票').intent).toBe('invoice_question');
});

it('reads a deed without an object as one of the order in view', () => {
  expect(inView(request('cancel that'), ofLock)).toMatchObject({ intent: 'cancel_order', route: 'order' });
  expect(inView(request('退了吧'), ofLock)).toMatchObject({ intent: 'return_request' });
  expect(inView(request('cancel that'), readDialogue({})).intent).toBe('unclear');
});

it('takes questions about arrival and carrier for the parcel that is talked about', () => {
  const asked = { intent: 'restock_notice', isQuestion: true };
  expect(inView(request('到底什么时候到', asked), ofLock).intent).toBe('track_order');
  expect(inView(request('who is the carrier', asked), ofLock).intent).toBe('track_order');
  expect(inView(request('到底什么时候到', asked), readDialogue({})).intent).toBe('restock_notice');
});

it('never repeats a change for something that was only mentioned', () => {
  const after = { ...ofLock, lastIntent: 'cancel_order' };
  const bike = slotsSchema.parse({ products: [{ productId: 'b', score: 1 }] });
  expect(inView(request('and the bike', { slots: bike }), after)).toMatchObject({
    intent: 'list_orders',
    route: 'order',
  });
});

it('knows the end of a number, and the order before this one', () => {
  expect(narrow(request('and 50255 is still on'), ofLock).slots.orderIds).toEqual(['LC-50255']);
  expect(narrow(request('255 那单'), ofLock).slots.orderIds).toEqual(['LC-50255']);
  expect(narrow(request('under 300'), ofLock).slots.orderIds).toEqual([]);
  expect(inView(request('上一单呢'), ofLock).slots.orderIds).toEqual(['LC-50255']);
});

it('where it is asks of the parcel in view, and of nothing where none is', () => {
  expect(inView(request('just tell me where it is'), ofLock).intent).toBe('track_order');
  expect(inView(request('到哪了'), ofLock).intent).toBe('track_order');
  expect(inView(request('just tell me where it is'), readDialogue({})).intent).toBe('unclear');
});

it('asks how it goes of what was done just now, and wants it no second time', () => {
  const returned = { ...ofLock, lastIntent: 'return_request' };
  const asks = request('how do I send it', { intent: 'return_request', route: 'order', isQuestion: true });
  expect(inView(asks, returned)).toMatchObject({ intent: 'return_policy', route: 'knowledge' });
  expect(inView(asks, ofLock)).toMatchObject({ intent: 'return_request', route: 'order' });
});

it('tells the total, and what is paid back, of the order in view', () => {
  expect(inView(request("what's the new total"), ofLock)).toMatchObject({ intent: 'list_orders', route: 'order' });
  expect(inView(request('how much do I get back and when'), ofLock)).toMatchObject({ intent: 'refund_status' });
  expect(inView(request("what's the new total"), readDialogue({})).intent).toBe('unclear');
});

it('what is wrong with a thing stays what it is, and the reason of a refusal is in it', () => {
  const robot = slotsSchema.parse({ products: [{ productId: 'r', score: 1 }] });
  const fault = request('扫地机器人不充电了', { intent: 'troubleshooting', slots: robot });
  expect(inView(fault, ofLock)).toMatchObject({ intent: 'troubleshooting', route: 'knowledge' });
  expect(inView(request('为啥不能取消啊', { intent: 'cancel_policy' }), ofLock)).toMatchObject({
    intent: 'cancel_order',
  });
  expect(inView(request('why can it not be cancelled', { intent: 'cancel_policy' }), ofLock).route).toBe('order');
  expect(inView(request('还剩什么', { intent: 'unclear' }), ofLock)).toMatchObject({ intent: 'list_orders' });
});
