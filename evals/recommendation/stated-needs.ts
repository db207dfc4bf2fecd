import { inParallel } from '../harness/in-parallel.ts';
import { type CaseResult, type Metric, shareMetric } from '../harness/suite.ts';
import { type NeedsCase, needsCases, needsFault } from './needs-cases.ts';
import { openNeedsShop } from './needs-shop.ts';

const BARS: Record<NeedsCase['group'], [name: string, bar: number]> = {
  needs: ['stated needs: one that fits, none that does not', 0.9],
  exclusions: ['the same where the shop keeps products out', 0.9],
  'sent back': ['nothing that was sent back', 1],
  complaints: ['nothing offered during a complaint', 1],
};

/** Wishes with needs and a price, and turns that must bring nothing; what is right is told by the shop's data. */
export async function runStatedNeeds(): Promise<{ metrics: Metric[]; cases: CaseResult[] }> {
  const shop = await openNeedsShop();
  try {
    const asked = needsCases(shop.files, shop.excluded);
    const results = await inParallel(asked, 3, async (one) => {
      const { reply, ms, trace } = await shop.target.say(one);
      const fault = needsFault(reply, one);
      const result: CaseResult = {
        id: `${one.group}: ${one.id}`,
        passed: fault === undefined,
        expected: one.nothing ? 'no product' : 'what the data allow',
        actual: fault === undefined ? 'as expected' : `${one.text}: ${fault}`,
        ms,
        ...(fault === undefined ? {} : { trace }),
      };
      return { group: one.group, result };
    });
    const of = (group: string) => results.filter((one) => one.group === group).map(({ result }) => result);
    return {
      metrics: Object.entries(BARS).map(([group, [name, bar]]) => shareMetric(name, of(group), bar)),
      cases: results.map(({ result }) => result),
    };
  } finally {
    await shop.close();
  }
}
