import { z } from 'zod';
import { languageSchema } from '../../graph/turn-result.ts';
import { ANSWERABLE, UNANSWERABLE } from '../retrieval/cases.ts';
import { ASKERS, ROUTING_CASES } from '../routing/cases.ts';

/** A question with what is expected of its reply, in no tool's own form. */
const portableCaseSchema = z.object({
  id: z.string().min(1),
  suite: z.string(),
  question: z.string().min(1),
  language: languageSchema,
  /** Id of the customer who asks; none: a visitor. */
  customer: z.string().optional(),
  expected: z.object({
    /** What a right reply says, in any words. */
    answer: z.string().optional(),
    route: z.string().optional(),
    /** Any of these is cited: a document's file name without language and ending, `faq-n`, a title. Empty: nothing is. */
    sources: z.array(z.string()).optional(),
    /** Each of these is shown. */
    orders: z.array(z.string()).optional(),
  }),
});
export type PortableCase = z.output<typeof portableCaseSchema>;

/** Our own questions to the sample shop. */
export function ourCases(): PortableCase[] {
  const asked = (suite: string, language: 'zh' | 'en', question: string, expected: PortableCase['expected']) => ({
    id: `${suite} ${language} ${question}`,
    suite,
    question,
    language,
    customer: ASKERS[language],
    expected,
  });
  return [
    ...ROUTING_CASES.map(({ text, language, route, sources, orders }) =>
      asked('routing', language, text, { route, ...(sources ? { sources } : {}), ...(orders ? { orders } : {}) }),
    ),
    ...ANSWERABLE.map(({ question, language, expect }) => asked('grounded', language, question, { sources: expect })),
    ...UNANSWERABLE.map(({ question, language }) => asked('grounded', language, question, { sources: [] })),
  ];
}
