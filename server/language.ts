import type { Language } from '../stores/schema.ts';

/** The language of a BCP 47 tag (`zh-CN`, `en_US`, `EN`), or undefined for one that isn't spoken here. */
export function readLanguage(tag: string | undefined): Language | undefined {
  const primary = tag?.trim().toLowerCase().split(/[-_]/)[0];
  return primary === 'zh' || primary === 'en' ? primary : undefined;
}
