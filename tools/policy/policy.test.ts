import { describe, expect, it } from 'vitest';
import { anOrder } from '../../testing/order.ts';
import { checkPolicy } from './check.ts';
import { parsePolicy } from './read-policy.ts';

const now = new Date('2026-03-12T09:00:00Z');
const delivered = (at: string) =>
  anOrder({ status: 'delivered', shipments: [{ status: 'delivered', events: [{ at }] }] });

describe('a shop’s policy', () => {
  it('falls back to careful defaults when the shop gave none', () => {
    const policy = parsePolicy(undefined);
    expect(checkPolicy(policy, 'cancel', anOrder({ status: 'paid' }), now, 'en').allowed).toBe(true);
    expect(checkPolicy(policy, 'cancel', anOrder({ status: 'shipped' }), now, 'en').allowed).toBe(false);
  });

  it('counts days from delivery where the rule says so', () => {
    const policy = parsePolicy({
      return: { within: { days: 7, from: 'delivered' }, text: { zh: '7 天内', en: 'Within 7 days.' } },
    });
    expect(checkPolicy(policy, 'return', delivered('2026-03-06T10:00:00Z'), now, 'en').allowed).toBe(true);
    expect(checkPolicy(policy, 'return', delivered('2026-03-04T10:00:00Z'), now, 'en')).toEqual({
      allowed: false,
      because: 'too_late',
      rule: 'Within 7 days.',
    });
  });

  it('counts from the order when the rule says so, and knows rules without an end', () => {
    const policy = parsePolicy({ invoice: { within: { days: 5, from: 'placed' } }, return: { within: null } });
    expect(checkPolicy(policy, 'invoice', anOrder(), now, 'zh').allowed).toBe(false);
    expect(checkPolicy(policy, 'return', delivered('2025-01-01T00:00:00Z'), now, 'zh').allowed).toBe(true);
  });

  it('reads a file of another shape without failing', () => {
    const policy = parsePolicy({ cancel: 'before shipping', return: { allowedStatuses: 'any' } });
    expect(policy.rules.cancel.allowedStatuses).toContain('pending');
    expect(policy.rules.return.allowedStatuses).toContain('delivered');
  });
});
