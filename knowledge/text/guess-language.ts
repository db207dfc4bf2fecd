import type { Language } from '../../stores/schema.ts';

const HAN = /\p{Script=Han}/u;
const LETTER = /\p{L}/u;
const isAsciiLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
/** Chinese texts of a shop are full of model names and units; an English one quotes a few characters at most. */
const HAN_SHARE = 0.15;

/** The language of a text by its letters; `fallback` when it has none. */
export function guessLanguage(text: string, fallback: Language = 'zh'): Language {
  let letters = 0;
  let han = 0;
  for (const char of text.slice(0, 20_000)) {
    const code = char.charCodeAt(0);
    if (code < 0x80 ? isAsciiLetter(code) : LETTER.test(char)) letters += 1;
    if (code >= 0x2e80 && HAN.test(char)) han += 1;
  }
  if (letters === 0) return fallback;
  return han / letters >= HAN_SHARE ? 'zh' : 'en';
}
