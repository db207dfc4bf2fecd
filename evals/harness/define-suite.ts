import { type Confusion, confusionOf } from './confusion.ts';
import { inParallel } from './in-parallel.ts';
import { bootstrap, wilson } from './intervals.ts';
import type { CaseResult, Metric, Suite, SuiteContext } from './suite.ts';
import { traceTokens } from './trace-tokens.ts';

/** What a scorer says of one answer. */
export interface Verdict {
  passed: boolean;
  expected: string;
  actual: string;
}

/** One question to an answer; its share of passes is a metric. */
export interface Scorer<Case, Answer> {
  name: string;
  /** The share that must pass; null: reported only. */
  bar: number | null;
  /** Undefined: the case says nothing about this. */
  score(answer: Answer, one: Case): Verdict | undefined;
}

/** One answer with what it took. `answer` must survive JSON where answers are kept. */
export interface Answered<Answer> {
  answer: Answer;
  ms?: number;
  tokens?: number;
  cost?: number;
  trace?: unknown;
}

/** What asks the cases, opened once a run. */
export interface Asker<Case, Answer> {
  /** `seed` differs by repeat and is the same in every run. */
  ask(one: Case, repeat: { repeat: number; seed: number }): Promise<Answered<Answer>>;
  close?(): Promise<void>;
}

export interface SuiteDefinition<Case, Answer> {
  name: string;
  description: string;
  cases: Case[] | ((context: SuiteContext) => Promise<Case[]>);
  /** Unique among the cases, the same in every run: comparisons go by it. */
  idOf(one: Case): string;
  open(context: SuiteContext): Promise<Asker<Case, Answer>>;
  scorers: Array<Scorer<Case, Answer>>;
  /** How many cases are asked at a time; default 4. */
  concurrency?: number;
  /** How often each case is asked; default once. A case passes when each of its answers does. */
  repeats?: number;
  /** The class that a case should be given and was given, for a confusion matrix. */
  confusion?: { name: string; of(answer: Answer, one: Case): [expected: string, actual: string] | undefined };
}

/** A suite of cases that are asked side by side and judged by scorers. */
export function defineSuite<Case, Answer>(definition: SuiteDefinition<Case, Answer>): Suite {
  const { name, description, repeats = 1, concurrency = 4 } = definition;
  return {
    name,
    description,
    async run(context) {
      const all = Array.isArray(definition.cases) ? definition.cases : await definition.cases(context);
      const cases = all.filter((_, index) => index % (context.every ?? 1) === 0);
      const rounds = cases.flatMap((one) => Array.from({ length: repeats }, (_, repeat) => ({ one, repeat })));
      let asker: Promise<Asker<Case, Answer>> | undefined;
      let done = 0;
      try {
        const answers = await inParallel(rounds, concurrency, async ({ one, repeat }) => {
          const key = context.answers?.keyOf(name, [one, repeat]);
          const kept = key && (context.answers?.find(key) as Answered<Answer> | undefined);
          asker ??= kept ? asker : definition.open(context);
          const answered =
            kept || (await (await (asker as Promise<Asker<Case, Answer>>)).ask(one, { repeat, seed: repeat + 1 }));
          if (key && !kept) context.answers?.keep(key, answered);
          context.progress(++done, rounds.length);
          return { one, ...answered };
        });
        return { ...scoreAll(definition, answers), notes: [] };
      } finally {
        await (await asker)?.close?.();
      }
    },
  };
}

function scoreAll<Case, Answer>(
  { scorers, idOf, repeats = 1, confusion }: SuiteDefinition<Case, Answer>,
  answers: Array<Answered<Answer> & { one: Case }>,
): { metrics: Metric[]; cases: CaseResult[]; confusions?: Confusion[] } {
  const cases: CaseResult[] = [];
  const metrics = scorers.map(({ name, bar, score }): Metric => {
    const byCase = new Map<string, Array<Verdict & Answered<Answer>>>();
    for (const { one, ...answered } of answers) {
      const verdict = score(answered.answer, one);
      if (!verdict) continue;
      const id = `${name}: ${idOf(one)}`;
      byCase.set(id, [...(byCase.get(id) ?? []), { ...verdict, ...answered }]);
    }
    for (const [id, all] of byCase) cases.push(caseOf(id, all));
    const means = [...byCase.values()].map((all) => all.filter(({ passed }) => passed).length / all.length);
    const value = means.length === 0 ? 1 : means.reduce((sum, mean) => sum + mean, 0) / means.length;
    const interval = repeats === 1 ? wilson(value, means.length) : bootstrap(means);
    return { name, value, bar, n: means.length, interval };
  });
  if (!confusion) return { metrics, cases };
  const pairs = answers.flatMap(({ one, answer }) => {
    const pair = confusion.of(answer, one);
    return pair ? [pair] : [];
  });
  return { metrics, cases, confusions: [confusionOf(confusion.name, pairs)] };
}

/** A case by its first failed answer, else its first. */
function caseOf<Answer>(id: string, all: Array<Verdict & Answered<Answer>>): CaseResult {
  const { passed, expected, actual, ms, tokens, cost, trace } =
    all.find((one) => !one.passed) ?? (all[0] as Verdict & Answered<Answer>);
  const spent = tokens ?? traceTokens(trace);
  return {
    id,
    passed,
    expected,
    actual,
    ...(ms === undefined ? {} : { ms: Math.round(ms * 10) / 10 }),
    ...(spent === undefined ? {} : { tokens: spent }),
    ...(cost === undefined ? {} : { cost }),
    // A pass needs no explanation, and thousands of them would make the report heavy.
    ...(passed || trace === undefined ? {} : { trace }),
  };
}
