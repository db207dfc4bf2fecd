import { z } from 'zod';
import { languageSchema } from '../../understanding/types.ts';

/** A text with the intent it should have: held back from the labels, or of the cases that ship with the program. */
const comparisonCaseSchema = z.object({
  text: z.string(),
  intent: z.string(),
  language: languageSchema,
  origin: z.enum(['held', 'shipped']),
});
export type ComparisonCase = z.infer<typeof comparisonCaseSchema>;

export interface Verdict {
  intent: string;
  confidence: number;
}

const scoreSchema = z.object({ precision: z.number(), recall: z.number(), f1: z.number(), right: z.number().int() });
const sidesSchema = <T extends z.ZodType>(side: T) => z.object({ current: side, candidate: side });
const confusionSchema = z.record(z.string(), z.record(z.string(), z.number()));

/** Two models on the same texts. Shares are 0 to 1; null where there was no text. */
export const comparisonSchema = z.object({
  /** The version that the candidate was compared with; 0 is the shipped one. */
  against: z.number().int(),
  count: z.object({ all: z.number().int(), held: z.number().int(), shipped: z.number().int() }),
  accuracy: sidesSchema(
    z.object({
      all: z.number(),
      held: z.number().nullable(),
      shipped: z.number().nullable(),
      zh: z.number().nullable(),
      en: z.number().nullable(),
    }),
  ),
  intents: z.record(z.string(), sidesSchema(scoreSchema).extend({ count: z.number().int() })),
  /** Mistakes: expected → said → how often. */
  confusion: sidesSchema(confusionSchema),
  /** Texts whose verdict changes; worse ones first. At most 500. */
  changed: z.array(
    z.object({
      text: z.string(),
      language: languageSchema,
      origin: z.enum(['held', 'shipped']),
      expected: z.string(),
      current: z.string(),
      currentConfidence: z.number(),
      candidate: z.string(),
      candidateConfidence: z.number(),
      change: z.enum(['better', 'worse', 'neither']),
    }),
  ),
});
export type Comparison = z.infer<typeof comparisonSchema>;

const MOST_CHANGED = 500;
const round = (value: number): number => Math.round(value * 10_000) / 10_000;
const share = (part: number, of: number): number => (of === 0 ? 0 : round(part / of));

/** Sets two models' verdicts on the same cases against each other; the lists run in step. */
export function compareVerdicts(
  cases: readonly ComparisonCase[],
  said: { current: readonly Verdict[]; candidate: readonly Verdict[] },
  against: number,
): Comparison {
  const side = (verdicts: readonly Verdict[]) => scores(cases, verdicts);
  const [current, candidate] = [side(said.current), side(said.candidate)];
  const intents: Comparison['intents'] = {};
  const none = { precision: 0, recall: 0, f1: 0, right: 0 };
  for (const id of new Set(cases.map(({ intent }) => intent))) {
    intents[id] = {
      count: cases.filter(({ intent }) => intent === id).length,
      current: current.intents.get(id) ?? none,
      candidate: candidate.intents.get(id) ?? none,
    };
  }
  const count = (origin: string) => cases.filter((one) => one.origin === origin).length;
  return {
    against,
    count: { all: cases.length, held: count('held'), shipped: count('shipped') },
    accuracy: { current: current.accuracy, candidate: candidate.accuracy },
    intents,
    confusion: { current: current.confusion, candidate: candidate.confusion },
    changed: changes(cases, said),
  };
}

function scores(cases: readonly ComparisonCase[], verdicts: readonly Verdict[]) {
  const right = (index: number) => verdicts[index]?.intent === cases[index]?.intent;
  const accuracy = (test: (one: ComparisonCase) => boolean): number | null => {
    const of = [...cases.keys()].filter((index) => cases[index] && test(cases[index]));
    return of.length === 0 ? null : share(of.filter(right).length, of.length);
  };
  const tally = new Map<string, { expected: number; said: number; right: number }>();
  const one = (id: string) => {
    const known = tally.get(id) ?? { expected: 0, said: 0, right: 0 };
    tally.set(id, known);
    return known;
  };
  const confusion: Record<string, Record<string, number>> = {};
  for (const [index, { intent }] of cases.entries()) {
    const said = verdicts[index]?.intent ?? 'unclear';
    one(intent).expected++;
    one(said).said++;
    if (said === intent) one(intent).right++;
    else {
      const row = confusion[intent] ?? {};
      confusion[intent] = row;
      row[said] = (row[said] ?? 0) + 1;
    }
  }
  const intents = new Map(
    [...tally].map(([id, { expected, said, right: hits }]) => {
      const [precision, recall] = [share(hits, said), share(hits, expected)];
      const f1 = precision + recall === 0 ? 0 : round((2 * precision * recall) / (precision + recall));
      return [id, { precision, recall, f1, right: hits }];
    }),
  );
  return {
    accuracy: {
      all: accuracy(() => true) ?? 0,
      held: accuracy(({ origin }) => origin === 'held'),
      shipped: accuracy(({ origin }) => origin === 'shipped'),
      zh: accuracy(({ language }) => language === 'zh'),
      en: accuracy(({ language }) => language === 'en'),
    },
    intents,
    confusion,
  };
}

function changes(
  cases: readonly ComparisonCase[],
  said: { current: readonly Verdict[]; candidate: readonly Verdict[] },
): Comparison['changed'] {
  const order = { worse: 0, better: 1, neither: 2 };
  return cases
    .flatMap(({ text, intent, language, origin }, index): Comparison['changed'] => {
      const [current, candidate] = [said.current[index], said.candidate[index]];
      if (!current || !candidate || current.intent === candidate.intent) return [];
      const change = candidate.intent === intent ? 'better' : current.intent === intent ? 'worse' : 'neither';
      return [
        {
          text,
          language,
          origin,
          expected: intent,
          current: current.intent,
          currentConfidence: round(current.confidence),
          candidate: candidate.intent,
          candidateConfidence: round(candidate.confidence),
          change,
        },
      ];
    })
    .sort((a, b) => order[a.change] - order[b.change])
    .slice(0, MOST_CHANGED);
}
