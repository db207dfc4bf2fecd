import type { CannedReplyBody } from '../../../api/types.ts';
import type { Locale } from '../../../i18n/dictionary.ts';

const SHOWN = 6;

/** What was typed after the slash that begins the text; null: no shortcut is being typed. */
export const shortcutIn = (text: string): string | null => /^[/／]([\p{L}\p{N}_-]*)$/u.exec(text)?.[1] ?? null;

/** Shortcuts that begin so, then titles that hold it. */
export function matchCanned(replies: CannedReplyBody[], query: string): CannedReplyBody[] {
  const wanted = query.toLowerCase();
  const begins = replies.filter(({ shortcut }) => shortcut.startsWith(wanted));
  const holds = replies.filter((reply) => !begins.includes(reply) && reply.title.toLowerCase().includes(wanted));
  return [...begins, ...holds].slice(0, SHOWN);
}

/** The text in the customer's language, else the one there is. */
export const cannedText = ({ text }: CannedReplyBody, language: Locale): string =>
  text[language] ?? text.zh ?? text.en ?? '';
