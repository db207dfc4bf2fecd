import type { Selectable } from 'kysely';
import type { ConfirmationView, FieldChangeView } from '../graph/turn-result.ts';
import { localText } from '../stores/local-text.ts';
import type { Database, Language, LocalText } from '../stores/schema.ts';

export interface StoredConfirmation {
  id: string;
  action: string;
  summary: LocalText;
  changes: Array<Omit<FieldChangeView, 'from' | 'to'> & { from: unknown; to: unknown }>;
  /** ISO 8601. */
  expiresAt: string;
}

const shown = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

type Status = Selectable<Database['confirmations']>['status'];

/** How a confirmation stands at this moment: an open one ends with its time, though nobody has written that down yet. */
export const statusNow = ({ status, expires_at }: { status: Status; expires_at: Date }): Status =>
  status === 'pending' && expires_at <= new Date() ? 'expired' : status;

/** A stored confirmation as the customer sees it. */
export const confirmationView = (stored: StoredConfirmation, language: Language): ConfirmationView => ({
  id: stored.id,
  action: stored.action,
  summary: localText(stored.summary, language),
  changes: stored.changes.map(({ from, to, ...change }) => ({ ...change, from: shown(from), to: shown(to) })),
  expiresAt: stored.expiresAt,
});
