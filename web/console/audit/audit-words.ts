import type { AuditEntryBody } from '../../api/types.ts';
import { type ConsoleDictionary, dictionaries } from '../i18n/dictionary.ts';

const isWord = (word: string): word is keyof ConsoleDictionary => word in dictionaries.en;

/** What was done, in the reader's words; one without words as it is recorded. */
export function actionWords(t: ConsoleDictionary, action: string): string {
  const word = `did_${action.replace('.', '_')}`;
  return isWord(word) ? t[word] : action;
}

export const TOPICS = [
  'login',
  'staff',
  'settings',
  'document',
  'faq',
  'product',
  'term',
  'knowledge',
  'approval',
  'order_change',
  'rule',
  'canned_reply',
  'model',
  'dataset',
  'case',
  'shop',
] as const;

/** What it was done to: its name where it has one, else its id. */
export const subjectWords = ({ subject, subjectId, detail }: AuditEntryBody): string =>
  subject ?? (typeof detail.name === 'string' ? detail.name : (subjectId ?? ''));

/** The choices that were made, as `role: agent`. */
export const detailWords = ({ detail }: AuditEntryBody): string =>
  Object.entries(detail)
    .filter(([field]) => field !== 'name')
    .map(([field, value]) => `${field}: ${value}`)
    .join(' · ');

/** Where the subject can be seen. */
export function subjectPath({ action, subjectKind, subjectId }: AuditEntryBody): string | undefined {
  if (subjectId === null || action.endsWith('.delete')) return undefined;
  if (subjectKind === 'document') return `knowledge/documents/${encodeURIComponent(subjectId)}`;
  return subjectKind === 'staff' ? 'staff' : undefined;
}
