import type { Kysely } from 'kysely';
import type { Database, Language } from '../../stores/schema.ts';
import type { ConfirmationSettler } from '../../tools/settle-confirmation.ts';
import { createDecisions, type Decisions } from './approvals/decisions.ts';
import { type Approval, listApprovals } from './approvals/list-approvals.ts';
import { type LedgerFilter, type LedgerRow, readLedger } from './ledger.ts';

/** Risky changes at the desk, and the ledger of all changes. */
export interface ChangeDesk extends Decisions {
  list(filter?: { conversationId?: string }): Promise<Approval[]>;
  /** In the words of a language: what was agreed to is told in it where it was stored so. */
  ledger(filter: LedgerFilter, language?: Language): Promise<LedgerRow[]>;
}

export function createChangeDesk(deps: {
  db: Kysely<Database>;
  settler: ConfirmationSettler;
  shop: { currency: string; timeZone: string };
}): ChangeDesk {
  const { db } = deps;
  return {
    ...createDecisions(deps),
    list: (filter = {}) => listApprovals(db, filter),
    ledger: (filter, language = 'en') => readLedger(db, filter, language),
  };
}
