import { readSettings } from '../../config/env.ts';
import type { Language } from '../../stores/schema.ts';
import type { EntailmentCase } from '../entailment/cases.ts';
import { EN_CASES } from '../entailment/pairs-en.ts';
import { ZH_CASES } from '../entailment/pairs-zh.ts';
import { inParallel } from '../harness/in-parallel.ts';
import type { CaseResult, Suite, SuiteResult } from '../harness/suite.ts';
import { agreement } from './agreement.ts';
import { createJudge, type Judge, type JudgeCall } from './judge.ts';

const CASES: Record<Language, EntailmentCase[]> = { zh: ZH_CASES, en: EN_CASES };
const SIDE_BY_SIDE = 4;

/** Asks a judge about labelled sentences: how far its verdicts can be trusted on others. */
export async function measureJudge(
  judge: Judge,
  cases: Record<Language, EntailmentCase[]>,
  progress: (done: number, total: number) => void,
): Promise<SuiteResult> {
  const asked = (['zh', 'en'] as const).flatMap((language) =>
    cases[language].flatMap(({ source, pairs }) =>
      pairs.flatMap((pair) =>
        (['supported', 'unsupported'] as const).map((label, at) => ({ language, source, label, said: pair[at] ?? '' })),
      ),
    ),
  );
  let done = 0;
  const judged = await inParallel(asked, SIDE_BY_SIDE, async ({ source, said, ...one }) => {
    const began = performance.now();
    const trace: unknown[] = [];
    const onCall = (data: JudgeCall) => trace.push({ step: 'model', atMs: performance.now() - began, data });
    const verdict = await judge.supports({ passage: source, sentence: said, onCall });
    progress(++done, asked.length);
    return { ...one, said, verdict, trace, ms: performance.now() - began };
  });
  const metrics = (['zh', 'en'] as const).flatMap((language) => {
    const own = judged.filter((one) => one.language === language);
    const { share, kappa } = agreement(own.map(({ label, verdict }) => [label, verdict?.verdict ?? 'none']));
    return [
      { name: `${language}: agrees with the labels`, value: share, bar: null, n: own.length },
      { name: `${language}: beyond chance (kappa)`, value: kappa, bar: null },
    ];
  });
  return {
    metrics,
    cases: judged.map(
      ({ language, label, said, verdict, trace, ms }): CaseResult => ({
        id: `${language} ${label}: ${said}`,
        passed: verdict?.verdict === label,
        expected: label,
        actual: verdict ? `${verdict.verdict}: ${verdict.reason}` : 'no verdict',
        ms: Math.round(ms),
        ...(verdict?.verdict === label ? {} : { trace }),
      }),
    ),
    notes: [`judged by ${judge.model}`],
  };
}

/** A model as a judge beside the rules, where one is set. */
export const judgeSuite: Suite = {
  name: 'judge',
  description: 'A model as a judge of single sentences, against the labels that the rules are measured by',
  async run({ engine, progress }) {
    const { model } = readSettings();
    if (engine !== 'openai' || !model) {
      const note = 'No judge was asked: --engine openai, with OPENAI_* set.';
      return { metrics: [], cases: [], notes: [note] };
    }
    return measureJudge(createJudge(model), CASES, progress);
  },
};
