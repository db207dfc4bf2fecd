import type { DocumentBody } from '../../../api/types.ts';
import type { Locale } from '../../../i18n/dictionary.ts';
import type { ConsoleDictionary } from '../../i18n/dictionary.ts';
import { faultDetail } from '../../i18n/knowledge/fault-details.ts';

const FAULTS: Record<string, keyof ConsoleDictionary> = {
  encrypted: 'faultEncrypted',
  damaged: 'faultDamaged',
  empty: 'faultEmpty',
  no_text: 'faultNoText',
  unsupported: 'faultUnsupported',
  mismatch: 'faultMismatch',
  too_large: 'faultTooLarge',
  too_slow: 'faultTooSlow',
  unreachable: 'faultUnreachable',
  gave_up: 'faultGaveUp',
  file_gone: 'faultFileGone',
};
const WARNINGS: Record<string, keyof ConsoleDictionary> = {
  pages_without_text: 'warnPagesWithoutText',
  pages_recognised: 'warnPagesRecognised',
  pages_damaged: 'warnPagesDamaged',
  attachments_ignored: 'warnAttachments',
  sheets_hidden: 'warnSheetsHidden',
  instructions_left_out: 'warnInstructions',
};
/** Another try with the same file may end otherwise. */
const MAY_PASS = new Set(['gave_up', 'file_gone', 'too_slow', 'unreachable']);

/** What is particular to this file: the server puts it in brackets at the end. */
const detailOf = (message: string) => /\(([^()]{1,300})\)\s*$/.exec(message)?.[1];

/** Why it failed and what to do, in the reader's language; a code that is new here in the server's words. */
export function faultWords(
  t: ConsoleDictionary,
  locale: Locale,
  { code, message }: NonNullable<DocumentBody['error']>,
): string {
  const word = FAULTS[code];
  if (!word) return message || t.faultUnknown;
  const told = code === 'gave_up' ? undefined : detailOf(message);
  const detail = told && faultDetail(told, locale);
  if (!detail) return t[word];
  return locale === 'zh' ? `${t[word]}（${detail}）` : `${t[word]} (${detail})`;
}

export const isWorthRetrying = ({ error }: Pick<DocumentBody, 'error'>): boolean =>
  error === null || MAY_PASS.has(error.code) || !(error.code in FAULTS);

export function warningWords(t: ConsoleDictionary, { code, message }: DocumentBody['warnings'][number]): string {
  const word = WARNINGS[code];
  return word ? t[word] : message;
}
