import type { Language } from '../../stores/schema.ts';
import { chineseScript } from '../../text/script.ts';
import { detectLanguage } from '../../understanding/language.ts';
import type { Script } from '../../understanding/types.ts';
import type { Dialogue } from '../dialogue.ts';
import { extractAddress } from '../orders/address.ts';

const SHOUTED = 10;

const ANGRY_SIGN = /[😠😡🤬😤👿💢🖕]/u;

/** Capitals only, and more of them than an order number has. */
function isShouted(text: string): boolean {
  const letters = text.replace(/\S*\d\S*/g, '').replace(/[^\p{L}]/gu, '');
  return (
    letters.length >= SHOUTED &&
    /[A-Z]/.test(letters) &&
    letters === letters.toUpperCase() &&
    !/\p{Script=Han}/u.test(letters)
  );
}

/** Two words or more, each with a capital. */
const LATIN_NAME = /^\s*\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}[\s.]*$/u;

/** A message's language and script; what tells of neither keeps those of the talk. */
export function voiceOf(text: string, dialogue: Dialogue, fallback: Language): { language: Language; script: Script } {
  const before = dialogue.language ?? fallback;
  // An address, a name or a title that was asked for may be in any language.
  const told =
    dialogue.askedSlot === 'title' ||
    (dialogue.askedSlot === 'recipient' && LATIN_NAME.test(text)) ||
    (dialogue.askedSlot === 'address' && extractAddress(text, true) !== undefined);
  const { language } = told ? { language: before } : detectLanguage(text, before);
  if (language === 'en') return { language, script: 'latn' };
  const script = chineseScript(text) ?? (dialogue.script === 'hant' ? 'hant' : 'hans');
  return { language, script };
}

/** Anger that needs no word: its signs, or capitals. */
export const looksAngry = (text: string): boolean => ANGRY_SIGN.test(text) || isShouted(text);
