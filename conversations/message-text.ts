import { badRequest } from '../config/errors.ts';
import type { Language } from '../stores/schema.ts';

const LONGEST = 8_000;

/** What PostgreSQL cannot hold is left out: NUL, and halves of surrogate pairs. */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '');

/** The text as it is stored: trimmed, 1 to 8,000 characters. AppError empty_message or message_too_long. */
export function messageText(text: string): string {
  const clean = storable(text).trim();
  if (clean === '') throw badRequest('empty_message', 'The message has no text.');
  if (clean.length > LONGEST) {
    throw badRequest('message_too_long', `The message has ${clean.length} characters; ${LONGEST} are allowed.`);
  }
  return clean;
}

/** By its letters alone: good enough for a message that no turn looks at; null when it has none. */
export function messageLanguage(text: string): Language | null {
  if (/\p{Script=Han}/u.test(text)) return 'zh';
  return /\p{Script=Latin}/u.test(text) ? 'en' : null;
}
