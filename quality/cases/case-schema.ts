import { z } from 'zod';
import { routeSchema } from '../../graph/turn-result.ts';

const words = z.array(z.string().trim().min(1).max(500)).max(10).default([]);

/** What must hold of a reply; what is left out is not looked at, the customer's language always is. */
const expectationSchema = z.strictObject({
  /** Among the reply's routes. */
  route: routeSchema.optional(),
  intent: z.string().trim().min(1).max(100).optional(),
  /** All of them stand in the reply, whatever their case. */
  says: words,
  /** None of them does. */
  not: words,
  /** Titles of documents or questions of FAQs that the reply cites. */
  cites: words,
  /** A person is called or offered (true), or neither (false). */
  person: z.boolean().optional(),
});

const lineSchema = z.strictObject({
  say: z.string().trim().min(1).max(2_000),
  expect: expectationSchema.default({ says: [], not: [], cites: [] }),
});

export const caseInputSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  language: z.enum(['zh', 'en']),
  /** Who asks; null: a visitor who has not signed in. */
  customer: z.string().trim().min(1).max(200).nullable().default(null),
  lines: z.array(lineSchema).min(1).max(40),
});

/** A conversation to be repeated, and what must hold of each reply; a line of a cases file. */
export const evalCaseSchema = z.strictObject({ id: z.string().trim().min(1).max(100), ...caseInputSchema.shape });

export type CaseInput = z.infer<typeof caseInputSchema>;
export type EvalCase = z.infer<typeof evalCaseSchema>;
