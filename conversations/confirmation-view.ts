import type { ConfirmationView } from '../graph/turn-result.ts';
import { localText } from '../stores/local-text.ts';
import type { Language, LocalText } from '../stores/schema.ts';

export interface StoredConfirmation {
  id: string;
  action: string;
  summary: LocalText;
  changes: Array<{ field: string; from: unknown; to: unknown }>;
  /** ISO 8601. */
  expiresAt: string;
}

const shown = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

/** A stored confirmation as the customer sees it. */
export const confirmationView = (stored: StoredConfirmation, language: Language): ConfirmationView => ({
  id: stored.id,
  action: stored.action,
  summary: localText(stored.summary, language),
  changes: stored.changes.map(({ field, from, to }) => ({ field, from: shown(from), to: shown(to) })),
  expiresAt: stored.expiresAt,
});
