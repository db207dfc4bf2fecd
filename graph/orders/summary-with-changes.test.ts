import { expect, test } from 'vitest';
import { summaryWithChanges } from './summary-with-changes.ts';

test('a cancelling tells its fee and its refund in words', () => {
  const text = summaryWithChanges({
    action: 'cancel_order',
    summary: 'Cancel order BK-1001',
    changes: [
      { field: 'Status', to: 'cancelled' },
      { field: 'Fee', to: '€2' },
      { field: 'Refund', to: '€38' },
    ],
  });
  expect(text).toBe('Cancel order BK-1001 | Fee → €2 | Refund → €38');
});
