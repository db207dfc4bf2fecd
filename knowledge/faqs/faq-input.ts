import { z } from 'zod';
import { badRequest } from '../../config/errors.ts';
import { allTexts } from '../../stores/local-text.ts';
import type { FaqInput, Variants } from '../ports.ts';
import { normalize } from '../text/normalize.ts';

const text = z.string().trim().min(1).max(20_000);
const localText = z.union(
  [
    text,
    z.object({ zh: text.optional(), en: text.optional() }).refine((value) => value.zh ?? value.en, 'needs zh or en'),
  ],
  'expected a text, or {"zh": …, "en": …}',
);
const wordings = z.array(z.string().trim().min(1).max(500)).max(200);

/** A language by its BCP 47 tag: zh-CN and zh-Hant are zh. */
const language = z.preprocess(
  (tag) => (typeof tag === 'string' ? (/^(zh|en)(?:-|$)/i.exec(tag.trim())?.[1]?.toLowerCase() ?? tag) : tag),
  z.enum(['zh', 'en']),
);
/** Left out, null and blank mean the same. */
const absent = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === null || value === '' ? undefined : value), schema.optional());

/** A FAQ as it is handed in, in the API and in a shop's faqs.json. */
export const faqInputSchema = z.object({
  question: localText,
  answer: localText,
  variants: absent(z.union([wordings, z.object({ zh: wordings.optional(), en: wordings.optional() })])),
  locale: absent(language),
}) satisfies z.ZodType<FaqInput>;

export function parseFaq(input: FaqInput): FaqInput {
  const parsed = faqInputSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw badRequest('invalid_faq', 'The FAQ does not fit.', z.flattenError(parsed.error).fieldErrors);
}

/** Other wordings of both languages. */
const variantTexts = (variants: Variants | undefined): string[] =>
  Array.isArray(variants) ? variants : [...(variants?.zh ?? []), ...(variants?.en ?? [])];

/** The question in all its words: as it stands, in both languages, and the other wordings. */
export const wordingsOf = (faq: Pick<FaqInput, 'question' | 'variants'>): string[] => [
  ...new Set([...allTexts(faq.question), ...variantTexts(faq.variants)]),
];

/** Two questions with the same key are the same letter by letter, but for case, width and punctuation. */
export const questionKey = (question: string): string =>
  normalize(question)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
