import { anyOf } from '../../text/any-of.ts';

const CONDITION = anyOf(
  /除非|除外|但是?|如果|仅|只有|只限|不过|否则|若/i,
  /\b(?:unless|except|only|however|but|if|otherwise|until|before|after)\b/i,
);
const NO = anyOf(
  /不能|不可|不得|不支持|不提供|不接受|不允许|不包括|不含|不适用|无法|禁止|恕不|概不/gi,
  /\b(?:cannot|can ?not|can['’]t|may not|must not|is not|are not|isn['’]t|aren['’]t|do not)\b/gi,
  /\b(?:does not|don['’]t|doesn['’]t)\b/gi,
  /\bnot (?:allowed|accepted|available|included|possible|supported|offered|covered)\b|\bnever\b/gi,
);
const YES = anyOf(
  /可以|可(?=[\p{Script=Han}])|能够|支持|提供|接受|允许|包括|适用/iu,
  /\b(?:can|may|is|are|accept|accepts|support|supports|offer|offers|include|includes|cover|covers|allowed)\b/iu,
);

/**
 * Whether a sentence says that something is (true) or is not (false); undefined for one that says neither, says it under
 * a condition, or says no twice.
 */
export function polarityOf(text: string): boolean | undefined {
  if (CONDITION.test(text) || /[?？]/.test(text)) return undefined;
  const denials = text.match(NO)?.length ?? 0;
  if (denials > 1) return undefined;
  if (denials === 1) return false;
  return YES.test(text) ? true : undefined;
}

/** A sentence without the words that say yes or no, to be compared with one that says the other. */
export const withoutPolarity = (text: string): string => text.replace(NO, ' ');
