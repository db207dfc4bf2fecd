import type { Selectable } from 'kysely';
import { allTexts } from '../../stores/local-text.ts';
import type { Database } from '../../stores/schema.ts';
import { instructionsIn } from '../injection/without-instructions.ts';
import type { Actor, FaqInput, FaqView } from '../ports.ts';

export type FaqRow = Selectable<Database['faqs']>;

export const faqView = (row: FaqRow): FaqView => ({
  id: row.id,
  question: row.question,
  answer: row.answer,
  variants: row.variants,
  locale: row.locale,
  leftOut: [...allTexts(row.question), ...allTexts(row.answer)].flatMap((text) => instructionsIn(text)),
  updatedBy: row.updated_by,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

/** What a FAQ is written as. */
export const faqColumns = (faq: FaqInput, by: Actor | undefined) => ({
  question: JSON.stringify(faq.question),
  answer: JSON.stringify(faq.answer),
  variants: JSON.stringify(faq.variants ?? []),
  locale: faq.locale ?? null,
  updated_by: by?.name ?? null,
});

/** What the trail of changes calls a FAQ. */
export const faqTitle = (faq: Pick<FaqInput, 'question'>): string => allTexts(faq.question).join(' / ');
