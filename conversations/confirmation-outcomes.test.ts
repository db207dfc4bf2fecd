import { describe, expect, it } from 'vitest';
import { outcomeOf } from './confirmation-outcomes.ts';

const soon = new Date(Date.now() + 60_000);
const before = new Date(Date.now() - 60_000);
const row = {
  expires_at: soon,
  settled_at: null,
  result: null,
  intent: null,
  decided_at: null,
  approved: null,
  note: null,
};

describe('what became of a confirmation', () => {
  it('tells who decided it', () => {
    const settled = { ...row, settled_at: before };
    expect(outcomeOf({ ...settled, status: 'done' })).toMatchObject({ by: 'customer', at: before.toISOString() });
    expect(
      outcomeOf({ ...settled, status: 'rejected', decided_at: soon, approved: false, note: 'Opened' }),
    ).toMatchObject({
      by: 'colleague',
      at: soon.toISOString(),
      note: 'Opened',
    });
    expect(outcomeOf({ ...settled, status: 'awaiting_approval' })).toMatchObject({ by: null });
  });

  it('tells why nobody answered', () => {
    const past = { ...row, expires_at: before, status: 'pending' as const };
    expect(outcomeOf(past)).toMatchObject({ status: 'expired', ended: 'time', at: before.toISOString() });
    expect(outcomeOf({ ...row, status: 'expired', settled_at: before, result: { ended: 'withdrawn' } })).toMatchObject({
      ended: 'withdrawn',
    });
  });

  it('tells the rule that it failed on, and that the shop’s system did not do it', () => {
    expect(outcomeOf({ ...row, status: 'failed', result: { rule: 'Sent already.' } })).toMatchObject({
      note: 'Sent already.',
      ended: null,
    });
    expect(outcomeOf({ ...row, status: 'pending', result: { shop: 'refused' } })).toMatchObject({
      status: 'pending',
      shop: 'refused',
    });
  });

  it('never says that nothing was done of what the shop’s system was asked for and has not answered', () => {
    const intent = { at: before.toISOString(), actor: 'customer', patch: {}, before: {}, undoes: null };
    for (const status of ['pending', 'expired'] as const)
      expect(outcomeOf({ ...row, status, intent, result: { shop: 'unavailable' } })).toMatchObject({
        shop: 'in_doubt',
      });
    const approved = { ...row, status: 'approved' as const };
    expect(outcomeOf({ ...approved, intent })).toMatchObject({ status: 'approved', shop: null });
    for (const mark of [{ unanswered: true }, { withdrawn: true }] as const)
      expect(outcomeOf({ ...approved, intent: { ...intent, ...mark } })).toMatchObject({ shop: 'in_doubt' });
  });
});
