import { describe, expect, it } from 'vitest';
import { anOrder } from '../../testing/order.ts';
import { cancelOrder } from '../../tools/changes/cancel-order.ts';
import { changeAddress } from '../../tools/changes/change-address.ts';
import { requestInvoice } from '../../tools/changes/request-invoice.ts';
import type { WriteTool } from '../../tools/changes/write-tool.ts';
import { parsePolicy } from '../../tools/policy/read-policy.ts';
import { proposeChange } from './propose-change.ts';

const now = new Date('2026-03-02T10:00:00Z');
const view = {
  language: 'en' as const,
  currency: 'USD',
  timeZone: 'UTC',
  products: [],
  paymentMethods: [],
  addresses: [],
  lastChange: null,
  policy: parsePolicy({}),
  now,
};

describe('proposing a change', () => {
  it('shows what would change, field by field, and expires', () => {
    const proposal = proposeChange({ tool: cancelOrder, order: anOrder(), args: {}, view });
    if (proposal.kind !== 'proposed') throw new Error('expected a proposal');
    expect(proposal.change).toMatchObject({
      action: 'cancel_order',
      args: { orderId: 'BK-1001' },
      changes: [
        { field: 'Status', from: 'paid', to: 'cancelled' },
        { field: 'Refund', from: null, to: '$58' },
      ],
    });
    expect(new Date(proposal.change.expiresAt) > now).toBe(true);
  });

  it('explains a refusal with the shop’s rule', () => {
    const strict = parsePolicy({
      cancel: { allowedStatuses: ['pending'], text: { en: 'Only unpaid orders can be cancelled.' } },
    });
    const proposal = proposeChange({
      tool: cancelOrder,
      order: anOrder(),
      args: {},
      view: { ...view, policy: strict },
    });
    expect(proposal.kind).toBe('refused');
    expect(proposal.text).toContain('Only unpaid orders can be cancelled.');
  });

  it('does not propose what the shop’s system has no call for, nor offers it instead of something else', () => {
    const policy = { ...parsePolicy({}), carriedOut: new Set(['cancel_order']) };
    const propose = (tool: WriteTool, status: 'paid' | 'shipped') =>
      proposeChange({ tool, order: anOrder({ status }), args: {}, view: { ...view, policy } });
    expect(propose(cancelOrder, 'paid').kind).toBe('proposed');
    expect(propose(requestInvoice, 'paid')).toMatchObject({ kind: 'refused', because: 'not_offered', instead: [] });
    expect(propose(cancelOrder, 'shipped')).toMatchObject({ kind: 'refused', because: 'status', instead: [] });
    expect(propose(changeAddress, 'paid')).toMatchObject({ instead: [{ say: 'Cancel order BK-1001' }] });
  });

  it('asks nothing when nothing would change', () => {
    const order = anOrder({ shipping_address: '1 Old Street' });
    expect(proposeChange({ tool: changeAddress, order, args: { address: '1 Old Street' }, view }).kind).toBe('refused');
  });
});
