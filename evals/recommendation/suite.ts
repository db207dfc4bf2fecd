import { withTestDatabase } from '../../testing/postgres.ts';
import { type CaseResult, type Metric, type Suite, share } from '../harness/suite.ts';
import { readEcomShop } from './ecom-shop.ts';
import { leaveLastOut } from './leave-last-out.ts';
import type { ShopOfPurchases } from './purchase.ts';
import { readSampleShop } from './sample-shop.ts';
import { signalOf } from './signal.ts';
import { runStatedNeeds } from './stated-needs.ts';
import { readTauShop } from './tau-shop.ts';

/** What the recommendations have to be better than the best sellers by. */
const TIMES = 1.5;
const FEW = 30;

/** Recommendations against what customers bought next. */
export const recommendationSuite: Suite = {
  name: 'recommendation',
  description:
    'Stated needs and what must not be offered; leave-the-last-order-out over shops, against the best sellers',
  async run(context) {
    const shops: { name: string; shop: ShopOfPurchases }[] = [{ name: 'sample shop', shop: await readSampleShop() }];
    const notes: string[] = [];
    if (context.datasetsDir)
      shops.push(
        { name: 'tau2-retail', shop: await readTauShop(context.datasetsDir) },
        { name: 'ecom-bench', shop: await readEcomShop(context.datasetsDir) },
      );
    else notes.push('tau2-retail and ecom-bench were not run: the datasets are not there');
    const needs = await runStatedNeeds();
    const metrics: Metric[] = [...needs.metrics];
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
          // With a handful of customers a share says nothing that a bar could rest on.
          { name: `times the best sellers (${name})`, value: hits / best, bar: results.length < FEW ? null : TIMES },
          { name: `the most that any list could be (${name})`, value: 1 / best, bar: null },
        );
        const { byStrangers, tells } = signalOf(results);
        const [low, mean, high] = byStrangers.map((one) => one.toFixed(3));
        notes.push(
          `${name}: held against a stranger's last order the same lists meet ${mean} (95 %: ${low} to ${high}), against the customer's own ${hits.toFixed(3)}: earlier orders ${tells ? 'tell' : 'do not tell'} what comes next`,
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
    return { metrics, cases: [...cases, ...needs.cases], notes };
  },
};
