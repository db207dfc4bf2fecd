import { en } from './en.ts';
import { zh } from './zh.ts';

export type Dictionary = Record<keyof typeof en, string>;

/** Every language of the widget, by its tag's first part. */
export const dictionaries = { en, zh };

export type Locale = keyof typeof dictionaries;

/** The first of `wanted` that there is a dictionary for, else English. */
export function pickLocale(wanted: ReadonlyArray<string | null | undefined>): Locale {
  for (const tag of wanted) {
    const base = tag?.toLowerCase().split(/[-_]/)[0];
    if (base === 'zh' || base === 'en') return base;
  }
  return 'en';
}

/** `{name}` in a text replaced by its value. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
