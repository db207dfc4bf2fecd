/** A change in words that say all of it: who reads no card must see the new address too before saying yes. */
export function summaryWithChanges(change: {
  action: string;
  summary: string;
  changes: ReadonlyArray<{ field: string; from?: string | null; to: string | null }>;
}): string {
  // That it will be cancelled is in the summary; what it costs and what comes back is not.
  const cancels = change.action === 'cancel_order';
  if (!cancels && !SPELT_OUT.has(change.action)) return change.summary;
  const told = (cancels ? change.changes.slice(1) : change.changes).filter(
    ({ to }) => to !== null && !change.summary.includes(to),
  );
  return [change.summary, ...told.map(({ field, to }) => `${field} → ${to}`)].join(' | ');
}

/** Their summary alone does not say what will be. */
const SPELT_OUT = new Set([
  'change_address',
  'change_items',
  'change_payment',
  'change_default_address',
  'exchange_order',
  'return_order',
  'change_invoice_title',
  'request_invoice',
  'claim_price_protection',
]);
