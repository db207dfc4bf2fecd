import type { Metric, Suite } from '../harness/suite.ts';
import { type Mistake, runIntentEval } from './run-intent-eval.ts';

/** Understanding on held-back cases of our own and on public sets that the model never saw. */
export const intentSuite: Suite = {
  name: 'intent',
  description: 'Intent and route of single messages; public sets where they are there',
  async run(context) {
    const result = runIntentEval({ datasets: context.datasetsDir ?? '' });
    const { own, bitext, clincOutOfScope, clincOtherDomains, latency } = result;
    context.progress(1, 1);
    const metrics: Metric[] = [
      { name: 'own cases, route (zh)', value: own.zhRouteAccuracy, bar: 0.9 },
      { name: 'own cases, route (en)', value: own.enRouteAccuracy, bar: 0.9 },
      ...(bitext
        ? [
            { name: 'Bitext dev, intent', value: bitext.accuracy, bar: 0.9 },
            { name: 'Bitext dev not taken for something else', value: 1 - bitext.rejected, bar: 0.97 },
          ]
        : []),
      ...(clincOutOfScope
        ? [{ name: 'CLINC oos_dev recognised as not ours', value: clincOutOfScope.recognised, bar: 0.93 }]
        : []),
      ...(clincOtherDomains
        ? [{ name: 'CLINC dev recognised as not ours', value: clincOtherDomains.recognised, bar: 0.93 }]
        : []),
      { name: 'milliseconds a message, p50', value: latency.p50Ms, bar: null },
      { name: 'milliseconds a message, p99', value: latency.p99Ms, bar: null },
    ];
    const groups: Array<[string, Mistake[]]> = [
      ['own', own.mistakes],
      ['bitext', bitext?.mistakes ?? []],
      ['clinc oos', clincOutOfScope?.mistakes ?? []],
    ];
    return {
      metrics,
      cases: groups.flatMap(([group, mistakes]) =>
        mistakes.map((mistake) => ({
          id: `${group}: ${mistake.text}`,
          passed: false,
          expected: mistake.expected,
          actual: `${mistake.said} (${mistake.confidence.toFixed(2)})`,
        })),
      ),
      notes: bitext ? [] : ['The public datasets were not found (KEFU_DATASETS); only our own cases were measured.'],
    };
  },
};
