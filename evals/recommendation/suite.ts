import { withTestDatabase } from '../../testing/postgres.ts';
import { type CaseResult, type Metric, type Suite, share } from '../harness/suite.ts';
import { leaveLastOut } from './leave-last-out.ts';
import type { ShopOfPurchases } from './purchase.ts';
import { readSampleShop } from './sample-shop.ts';
import { readTauShop } from './tau-shop.ts';

/** What the recommendations have to be better than the best sellers by. */
const TIMES = 1.5;

/** Recommendations against what customers bought next. */
export const recommendationSuite: Suite = {
  name: 'recommendation',
  description: 'Leave-the-last-order-out over two shops, against the best sellers',
  async run(context) {
    const shops: { name: string; shop: ShopOfPurchases }[] = [{ name: 'sample shop', shop: await readSampleShop() }];
    const notes: string[] = [];
    if (context.datasetsDir) shops.push({ name: 'tau2-retail', shop: await readTauShop(context.datasetsDir) });
    else notes.push('tau2-retail was not run: the datasets are not there');
    const metrics: Metric[] = [];
    const cases: CaseResult[] = [];
    const database = await withTestDatabase();
    try {
      for (const [index, { name, shop }] of shops.entries()) {
        const results = await leaveLastOut(database, shop);
        const hits = results.filter(({ recommended }) => recommended).length / results.length;
        const best = results.filter(({ bestSold }) => bestSold).length / results.length;
        metrics.push(
          { name: `hit@10 (${name})`, value: hits, bar: null },
          { name: `hit@10 of the best sellers (${name})`, value: best, bar: null },
          { name: `times the best sellers (${name})`, value: hits / best, bar: TIMES },
        );
        cases.push(
          ...results.map((one) => ({
            id: `${name}: ${one.customerId}`,
            passed: one.recommended,
            expected: one.expected.join(' | '),
            actual: one.found.join(', '),
          })),
        );
        context.progress(index + 1, shops.length);
      }
    } finally {
      await database.close();
    }
    notes.push(`${Math.round(share(cases) * cases.length)} of ${cases.length} last orders were met`);
    return { metrics, cases, notes };
  },
};
