import { expect, test } from 'vitest';
import { withoutChanges } from './without-changes.ts';

const confirmation = {
  ...{ id: '1', action: 'cancel_order', summary: 'Cancel order 7', expiresAt: '' },
  changes: [
    { field: 'Status', from: 'paid', to: 'cancelled' },
    { field: 'Refund', from: null, to: '$58', kind: 'refund' as const },
  ],
};

test('what the card shows is not said twice, all else stays', () => {
  const text =
    'Sure.\n\nPlease confirm: Cancel order 7\n\n- Status: paid → cancelled\n- Refund: $58\n\nReply "yes".\n- more';
  expect(withoutChanges(text, confirmation)).toBe('Sure.\n\nPlease confirm: Cancel order 7\n\nReply "yes".\n- more');
});
