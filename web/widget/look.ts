import { createHttp } from '../api/http.ts';
import type { WidgetLookBody } from '../api/types.ts';
import { type Dictionary, dictionaries, type Locale } from '../i18n/dictionary.ts';
import type { KeyValue } from './storage.ts';

const KEY = 'look';
const WORDS = ['title', 'greeting', 'greetingText', 'notice'] as const;
const COLOUR = /^#[0-9a-f]{6}$/i;
const NAME = /^[a-z-]+$/;

/** Tells the look that was kept from the last visit, then the one of now; a fault leaves what there was. */
export function followLook(options: { base: string; storage: KeyValue; onLook: (look: WidgetLookBody) => void }): void {
  const { base, storage, onLook } = options;
  const kept = storage.get(KEY);
  if (kept) onLook(JSON.parse(kept) as WidgetLookBody);
  createHttp({ base, token: () => null })
    .json<WidgetLookBody>('/api/widget')
    .then((look) => {
      const text = JSON.stringify(look);
      if (text === kept) return;
      storage.set(KEY, text);
      onLook(look);
    })
    .catch(() => undefined);
}

/** The widget's words, the shop's own over them. */
export function wordsOf(look: WidgetLookBody | null, locale: Locale): Dictionary {
  const words = dictionaries[locale];
  if (!look) return words;
  const own = WORDS.flatMap((word) => (look[word]?.[locale] ? [[word, look[word][locale]]] : []));
  return { ...words, ...Object.fromEntries(own) };
}

/** The shop's own first questions; undefined: none in this language. */
export function startersOf(look: WidgetLookBody | null, locale: Locale): string[] | undefined {
  const starters = look?.starters?.[locale];
  return starters?.length ? starters : undefined;
}

/** The shop's colours as rules; a page's own `--kefu-accent` still counts. */
export function lookSheet({ colours }: WidgetLookBody): string {
  const rules = Object.entries(colours ?? {})
    .filter(([name, [light, dark]]) => NAME.test(name) && COLOUR.test(light) && COLOUR.test(dark))
    .map(([name, [light, dark]]) => `--k-${name}: var(--kefu-${name}, light-dark(${light}, ${dark}));`);
  return `:host { ${rules.join(' ')} }`;
}
