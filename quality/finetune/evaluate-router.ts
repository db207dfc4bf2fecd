import { AppError } from '../../config/errors.ts';
import { type Comparison, type ComparisonCase, compareVerdicts, type Verdict } from '../models/compare.ts';
import type { Predictor } from '../models/predictor.ts';
import { FRESH } from '../training/verdicts.ts';

/** Texts that are asked at once. */
const AT_ONCE = 4;
/** More failed calls than this share, and the comparison says nothing. */
const FAILURES = 0.1;

/** Two routers on the same texts, through the model's server. Rejects with `evaluation_failed` when it fails too often. */
export async function evaluateRouters(
  cases: readonly ComparisonCase[],
  routers: { current: Predictor; candidate: Predictor },
  options: { against: number; signal: AbortSignal; onProgress: (share: number) => void },
): Promise<Comparison> {
  let failed = 0;
  let done = 0;
  const ask = async (predict: Predictor, text: string): Promise<Verdict> => {
    options.signal.throwIfAborted();
    try {
      return await predict({ text, dialogue: FRESH, history: [] });
    } catch {
      failed++;
      return { intent: 'unclear', confidence: 0 };
    }
  };
  const said: { current: Verdict[]; candidate: Verdict[] } = { current: [], candidate: [] };
  const queue = [...cases.keys()];
  const work = async () => {
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      const text = cases[at]?.text ?? '';
      said.current[at] = await ask(routers.current, text);
      said.candidate[at] = await ask(routers.candidate, text);
      options.onProgress(++done / cases.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (failed > cases.length * 2 * FAILURES)
    throw new AppError({
      code: 'evaluation_failed',
      status: 502,
      message: `The model’s server failed ${failed} of ${cases.length * 2} times: nothing can be said of the model.`,
    });
  return compareVerdicts(cases, said, options.against);
}
