import { readSettings } from '../../config/env.ts';
import type { Language } from '../../stores/schema.ts';
import { seeded } from '../../testing/seeded.ts';
import { inParallel } from '../harness/in-parallel.ts';
import { SAMPLE_SHOP } from '../harness/sample-sources.ts';
import { type CaseResult, type Metric, type Suite, type SuiteContext, shareMetric } from '../harness/suite.ts';
import type { SimCustomer } from './customer.ts';
import { readGoals } from './goals.ts';
import { createModelCustomer } from './model-customer.ts';
import { meanPassHatK } from './pass-hat-k.ts';
import { playTalk, type Talk } from './play.ts';
import { createRuleCustomer } from './rule-customer.ts';
import { GOAL_KINDS, type GoalKind, type SimGoal } from './sim-goal.ts';
import { MISTAKES, type Mistake, TEMPERAMENTS, type Temperament } from './words.ts';

const TRIALS = 8;
const REACHED = 0.9;
const AT_A_TIME = 3;
const LANGUAGES: Language[] = ['zh', 'en'];

interface Trial {
  task: string;
  nth: number;
  goal: SimGoal;
  temperament: Temperament;
  mistake: Mistake;
}

/** Customers with goals, temperaments and mistakes; played by rules, or by the model of OPENAI_* with `--engine openai`. */
export const simulatedSuite: Suite = {
  name: 'simulated',
  description:
    'Simulated customers of five temperaments with their mistakes: ten goals in two languages, eight times each',
  async run(context) {
    const trials = (await trialsOf()).filter((_, index) => index % (context.every ?? 1) === 0);
    const target = await context.shop();
    const customerOf = customersFor(context);
    let done = 0;
    const played = await inParallel(trials, AT_A_TIME, async (trial, index) => {
      const talk = await playTalk(target, trial.goal, customerOf(trial, index + 1));
      context.progress(++done, trials.length);
      return { trial, talk };
    });
    const judged = played.map(({ trial, talk }) => ({ trial, result: caseOf(trial, talk) }));
    const cases = judged.map(({ result }) => result);
    const of = (filter: (trial: Trial) => boolean): CaseResult[] =>
      judged.filter(({ trial }) => filter(trial)).map(({ result }) => result);
    const byTask = [...Map.groupBy(played, ({ trial }) => trial.task).values()].map((all) => ({
      passed: all.filter(({ talk }) => talk.reached).length,
      trials: all.length,
    }));
    return {
      metrics: [
        shareMetric('the goal is reached', cases, REACHED),
        shareMetric(
          'no change that was not agreed to',
          played.map(({ talk }) => ({ passed: !talk.wrongWrite })),
          1,
        ),
        ...Array.from({ length: TRIALS }, (_, index): Metric[] => {
          const value = meanPassHatK(byTask, index + 1);
          return value === undefined ? [] : [{ name: `pass^${index + 1}`, value, bar: null }];
        }).flat(),
        ...LANGUAGES.map((one) =>
          shareMetric(
            `in ${one}`,
            of(({ goal }) => goal.language === one),
            null,
          ),
        ),
        ...TEMPERAMENTS.map((one) =>
          shareMetric(
            `customers: ${one}`,
            of(({ temperament }) => temperament === one),
            null,
          ),
        ),
        ...MISTAKES.map((one) =>
          shareMetric(
            `mistake: ${one}`,
            of(({ mistake }) => mistake === one),
            null,
          ),
        ),
        ...GOAL_KINDS.map((one) =>
          shareMetric(
            `goal: ${one}`,
            of(({ goal }) => goal.kind === one),
            null,
          ),
        ),
      ],
      cases,
      notes: notesOf(byTask.length, trials),
    };
  },
};

/** Every kind of goal in each language, as often as there are orders for it: temperaments and mistakes take turns. */
async function trialsOf(): Promise<Trial[]> {
  const goalsOf = await readGoals(SAMPLE_SHOP);
  return GOAL_KINDS.flatMap((kind: GoalKind, place) =>
    LANGUAGES.flatMap((language, second) =>
      goalsOf(kind, language)
        .slice(0, TRIALS)
        .map((goal, nth): Trial => {
          const turn = nth + place * 2 + second;
          return {
            task: `${kind} ${language}`,
            nth,
            goal,
            temperament: TEMPERAMENTS[turn % TEMPERAMENTS.length] ?? 'patient',
            mistake: MISTAKES[turn % MISTAKES.length] ?? 'none',
          };
        }),
    ),
  );
}

function customersFor({ engine }: SuiteContext): (trial: Trial, seed: number) => SimCustomer {
  const { model } = readSettings();
  if (engine === 'openai' && model)
    return ({ goal, temperament, mistake }, seed) => createModelCustomer({ model, goal, temperament, mistake, seed });
  return ({ goal, temperament, mistake }, seed) =>
    createRuleCustomer({ goal, temperament, mistake, random: seeded(seed) });
}

const caseOf = ({ task, nth, temperament, mistake }: Trial, { turns, reached, wrongWrite }: Talk): CaseResult => ({
  id: `${task} ${nth + 1}: ${temperament}, ${mistake}`,
  passed: reached && !wrongWrite,
  expected: 'the goal is reached',
  actual:
    reached && !wrongWrite
      ? 'reached'
      : turns.map(({ said, reply }) => `${said} → ${reply.text.replaceAll('\n', ' ').slice(0, 120)}`).join(' / '),
});

function notesOf(tasks: number, trials: Trial[]): string[] {
  const wanted = GOAL_KINDS.length * LANGUAGES.length * TRIALS;
  return trials.length === wanted
    ? []
    : [`${trials.length} of ${wanted} conversations: ${tasks} tasks, some with fewer orders in the shop than trials`];
}
