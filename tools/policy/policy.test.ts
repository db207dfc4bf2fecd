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

  it('leaves to a person what only a default says is too late', () => {
    const old = delivered('2026-02-01T10:00:00Z');
    expect(checkPolicy(parsePolicy(undefined), 'return', old, now, 'en')).toMatchObject({ because: 'unstated' });
    expect(checkPolicy(parsePolicy({ return: { within: 7 } }), 'return', old, now, 'en')).toMatchObject({
      because: 'too_late',
    });
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

describe('policies of other shapes', () => {
  const may = (file: unknown, action: 'cancel' | 'return' | 'exchange', status: 'paid' | 'processing' | 'delivered') =>
    checkPolicy(parsePolicy(file), action, anOrder({ status }), now, 'en').allowed;

  it('reads other names, lists of states, windows in words and exclusions', () => {
    const policy = parsePolicy({
      cancellation: { allowed: ['pending', 'paid'], note: '发货前可取消' },
      returns: { windowDays: 14, startsFrom: 'delivery', excludedCategories: ['猫粮'], restockingFee: 0 },
      exchanges: { within: '2 weeks' },
      returnWindowDays: 10,
    });
    expect(policy.notUnderstood).toEqual([]);
    expect(policy.rules.cancel.allowedStatuses).toEqual(['pending', 'paid']);
    expect(policy.rules.return).toMatchObject({ days: 10, from: 'delivered', excluded: [{ names: ['猫粮'] }] });
    expect(policy.rules.exchange.days).toBe(14);
  });

  it.each([
    [{ cancel: { until: 'shipped' } }, true],
    [{ cancel: '发货前' }, true],
    [{ rules: [{ action: 'cancel', statuses: ['paid'] }] }, false],
    [{ cancel: { allowedStatuses: ['pending', 'picking'] } }, false],
    [{ cancel: false }, false],
  ])('reads %j', (file, allowed) => {
    expect(may(file, 'cancel', 'processing')).toBe(allowed);
  });

  it.each([
    [{}, 15],
    [{ confirmWithin: { minutes: 40 } }, 40],
    [{ confirm_within: '2 hours' }, 120],
    [{ confirmWithin: null }, 15],
  ])('leaves a customer time to think: %j', (file, minutes) => {
    expect(parsePolicy(file).confirmWithinMs).toBe(minutes * 60_000);
  });

  it('falls on the careful side and names what it did not understand', () => {
    const policy = parsePolicy({ cancel: { allowedStatuses: ['fresh'] }, loyalty: { tiers: 3 } });
    expect(policy.rules.cancel.allowedStatuses).toEqual(['pending']);
    expect(policy.notUnderstood).toEqual(['cancel.allowedStatuses', 'loyalty']);
  });
});
