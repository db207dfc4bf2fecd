import type { Kysely } from 'kysely';
import type { OrderStore } from '../../stores/orders.ts';
import type { Database, Language } from '../../stores/schema.ts';
import type { ReadOrderFacts } from '../../tools/changes/order-facts.ts';
import type { WriteTool } from '../../tools/changes/write-tool.ts';
import type { Policy } from '../../tools/policy/rule.ts';
import type { ConfirmationSettler } from '../../tools/settle-confirmation.ts';
import { createDecisions, type Decisions } from './approvals/decisions.ts';
import { type Approval, listApprovals } from './approvals/list-approvals.ts';
import { type LedgerFilter, type LedgerRow, readLedger } from './ledger/read-ledger.ts';
import { createUndoAtDesk, type UndoAtDesk } from './ledger/undo-at-desk.ts';

/** Risky changes at the desk, and the ledger of all changes. */
export interface ChangeDesk extends Omit<Decisions, 'carryOut'> {
  list(filter?: { conversationId?: string }): Promise<Approval[]>;
  /** In the words of a language: what was agreed to is told in it where it was stored so. */
  ledger(filter: LedgerFilter, language?: Language): Promise<LedgerRow[]>;
  undo: UndoAtDesk;
}

export function createChangeDesk(deps: {
  db: Kysely<Database>;
  settler: ConfirmationSettler;
  orders: OrderStore;
  orderFacts: ReadOrderFacts;
  tools: readonly WriteTool[];
  policy: Policy;
  shop: { currency: string; timeZone: string };
}): ChangeDesk {
  const decisions = createDecisions(deps);
  const { decide, resume } = decisions;
  return {
    decide,
    resume,
    list: (filter) => listApprovals(deps, filter),
    ledger: (filter, language = 'en') => readLedger(deps, filter, language),
    undo: createUndoAtDesk({ ...deps, decisions }),
  };
}
