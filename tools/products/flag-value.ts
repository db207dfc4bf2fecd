import { allTexts } from '../../stores/local-text.ts';
import type { LocalText } from '../../stores/schema.ts';

const YES = /^(?:yes|y|true|是|有|支持|可以?|含)$/i;
const NO = /^(?:no|n|none|false|否|无|没有|不是|不支持|不可以?|不含)$/i;

/** What a yes-or-no property says, however the shop writes it (true, "yes", 否, {zh, en}); undefined: it is none. */
export function flagOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const texts =
    typeof value === 'string' || (typeof value === 'object' && value !== null && !Array.isArray(value))
      ? allTexts(value as LocalText)
      : [];
  const says = (pattern: RegExp) =>
    texts.length > 0 && texts.every((text) => typeof text === 'string' && pattern.test(text.trim()));
  return says(YES) ? true : says(NO) ? false : undefined;
}
