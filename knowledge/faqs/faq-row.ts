import type { Selectable } from 'kysely';
import { allTexts } from '../../stores/local-text.ts';
import type { Database } from '../../stores/schema.ts';
import type { MayStand } from '../injection/machine-instructions.ts';
import { instructionsInPassage } from '../injection/passage-without-instructions.ts';
import { chosenSentences } from '../injection/quoted-anyway.ts';
import type { Actor, FaqInput, FaqView } from '../ports.ts';
import { faqPassages } from './faq-passages.ts';

export type FaqRow = Selectable<Database['faqs']>;

/** As its passages show them: of question and answer in each language, also what only both say together. */
function instructionsOf({ id, question, answer, locale }: FaqRow): string[] {
  const passages = faqPassages(id, { question, answer, ...(locale && { locale }) });
  const found = passages.map(({ title, text }) => instructionsInPassage({ title, heading: null, text }));
  return [...new Set(found.flatMap((one) => [...one.title, ...one.text]))];
}

/** `mayStand`: what of it is quoted although it looks like an instruction. */
export const faqView = (row: FaqRow, mayStand: MayStand): FaqView => ({
  id: row.id,
  question: row.question,
  answer: row.answer,
  variants: row.variants,
  locale: row.locale,
  ...chosenSentences(instructionsOf(row), mayStand),
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
