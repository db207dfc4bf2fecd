/** A change in words that say all of it: who reads no card must see the new address too before saying yes. */
export function summaryWithChanges(change: {
  action: string;
  summary: string;
  changes: ReadonlyArray<{ field: string; to: string | null }>;
}): string {
  if (!change.action.startsWith('change_')) return change.summary;
  const told = change.changes.filter(({ to }) => to !== null && !change.summary.includes(to));
  return [change.summary, ...told.map(({ field, to }) => `${field} → ${to}`)].join(' | ');
}
