import type { LedgerRow } from '../conversations/desk/ledger/read-ledger.ts';
import { csv } from './csv.ts';

/** Rows of the sheet: the newest. */
const SHEET = 50_000;
const PAGE = 200;
const HEAD = [
  'id',
  'at',
  'action',
  'order',
  'customer_id',
  'customer',
  'summary',
  'changes',
  'reason',
  'proposed_by',
  'approved_by',
  'undoes',
  'undone_by',
  'conversation',
  'turn',
];

/** The ledger as CSV, read page by page; `read` gives the rows older than `before`, newest first. */
export async function ledgerSheet(
  read: (page: { before: number | undefined; limit: number }) => Promise<LedgerRow[]>,
): Promise<string> {
  const rows: LedgerRow[] = [];
  for (let before: number | undefined; rows.length < SHEET; before = rows.at(-1)?.id) {
    const page = await read({ before, limit: PAGE });
    rows.push(...page);
    if (page.length < PAGE) break;
  }
  return csv(
    HEAD,
    rows.map((row) => [
      row.id,
      row.at,
      row.action,
      row.orderId ?? '',
      row.customerId,
      row.customerName,
      row.summary,
      row.changes.map(({ field, from, to }) => `${field}: ${from ?? ''} → ${to ?? ''}`).join('; '),
      row.reason ?? '',
      row.proposedBy ?? '',
      row.approvedBy ?? '',
      row.undoes ?? '',
      row.undoneBy ?? '',
      row.conversationId,
      row.turnId ?? '',
    ]),
  );
}
