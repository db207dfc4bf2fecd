import type { Language } from '../../stores/schema.ts';

const HAN = /\p{Script=Han}/gu;
const LETTER = /\p{L}/gu;
/** Chinese texts of a shop are full of model names and units; an English one quotes a few characters at most. */
const HAN_SHARE = 0.15;

/** The language of a text by its letters; `fallback` when it has none. */
export function guessLanguage(text: string, fallback: Language = 'zh'): Language {
  const sample = text.slice(0, 20_000);
  const letters = sample.match(LETTER)?.length ?? 0;
  if (letters === 0) return fallback;
  return (sample.match(HAN)?.length ?? 0) / letters >= HAN_SHARE ? 'zh' : 'en';
}
