import { confusionOf } from '../harness/confusion.ts';
import type { Metric, Suite } from '../harness/suite.ts';
import { type Mistake, runIntentEval } from './run-intent-eval.ts';

/** Understanding on held-back cases of our own and on public sets that the model never saw. */
export const intentSuite: Suite = {
  name: 'intent',
  description: 'Intent and route of single messages; public sets where they are there',
  async run(context) {
    const result = runIntentEval({ datasets: context.datasetsDir ?? '' });
    const { own, heldBack, splitting, banking77, clincTrained, bitext, clincOutOfScope, clincOtherDomains, latency } =
      result;
    context.progress(1, 1);
    const metrics: Metric[] = [
      { name: 'own cases, route (zh)', value: own.zhRouteAccuracy, bar: 0.9 },
      { name: 'own cases, route (en)', value: own.enRouteAccuracy, bar: 0.9 },
      { name: 'held-back cases, route (zh)', value: heldBack.zhRouteAccuracy, bar: 0.92 },
      { name: 'held-back cases, route (en)', value: heldBack.enRouteAccuracy, bar: null },
      { name: 'held-back cases, intent', value: heldBack.intentAccuracy, bar: null },
      { name: 'two requests cut in two (zh)', value: splitting.zh.split, bar: 0.9 },
      { name: 'two requests cut in two (en)', value: splitting.en.split, bar: 0.9 },
      { name: 'and both routed right (zh)', value: splitting.zh.routed, bar: null },
      { name: 'and both routed right (en)', value: splitting.en.routed, bar: null },
      { name: 'one request left whole (zh)', value: splitting.zh.whole, bar: 0.95 },
      { name: 'one request left whole (en)', value: splitting.en.whole, bar: 0.95 },
      ...(banking77 === undefined
        ? []
        : [{ name: 'trained on Banking77 less a fifth: that fifth', value: banking77, bar: 0.9 }]),
      ...(clincTrained === undefined ? [] : [{ name: 'trained on CLINC train: dev', value: clincTrained, bar: 0.93 }]),
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
      ['held back', heldBack.mistakes],
      ['bitext', bitext?.mistakes ?? []],
      ['clinc oos', clincOutOfScope?.mistakes ?? []],
    ];
    return {
      metrics,
      cases: [...splitting.zh.mistakes, ...splitting.en.mistakes]
        .map(({ text, expected, said }) => ({ id: `requests: ${text}`, passed: false, expected, actual: said }))
        .concat(
          groups.flatMap(([group, mistakes]) =>
            mistakes.map((mistake) => ({
              id: `${group}: ${mistake.text}`,
              passed: false,
              expected: mistake.expected,
              actual: `${mistake.said} (${mistake.confidence.toFixed(2)})`,
            })),
          ),
        ),
      confusions: [
        confusionOf('route', [...own.routes, ...heldBack.routes]),
        confusionOf('intent', [...own.intents, ...heldBack.intents]),
      ],
      notes: bitext ? [] : ['The public datasets were not found (KEFU_DATASETS); only our own cases were measured.'],
    };
  },
};
