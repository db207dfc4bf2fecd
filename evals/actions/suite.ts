import { openShopInProcess } from '../dialogue/shop-in-process.ts';
import { type CaseResult, type Suite, share } from '../harness/suite.ts';
import { type BenchAction, benchAction } from './bench-action.ts';
import { differences, expectedState, readState } from './end-state.ts';
import { replayAction } from './replay.ts';
import { readRetail } from './retail-data.ts';
import { retailShop } from './retail-shop.ts';
import { converseTask } from './scripted-customer.ts';

const COVERAGE = 0.9;
const CONVERSED = 0.6;

/** Tasks of a public bench of actions: their expected calls replayed through our tools, and asked for in conversation. */
export const actionsSuite: Suite = {
  name: 'actions',
  description: 'τ²-bench retail: expected end states by replay and in conversation with the built-in engine',
  async run(context) {
    if (context.datasetsDir === undefined)
      return { metrics: [], cases: [], notes: ['not run: the public datasets are not there (KEFU_DATASETS)'] };
    const { database, tasks } = await readRetail(context.datasetsDir);
    const shop = await openShopInProcess(retailShop(database, new Date()));
    const { db } = shop.database;
    const replayed: CaseResult[] = [];
    const conversed: CaseResult[] = [];
    const uncovered = new Map<string, number>();
    let calls = 0;
    let wrong = 0;
    try {
      for (const [index, task] of tasks.entries()) {
        const { actions: expected } = task.evaluation_criteria;
        const actions: BenchAction[] = [];
        for (const call of expected) {
          calls += 1;
          const ours = benchAction(call);
          if (ours === undefined) uncovered.set(call.name, (uncovered.get(call.name) ?? 0) + 1);
          else if (ours !== 'read') actions.push(ours);
        }
        const customerId = customerOf(database, expected);
        if (actions.length === 0 || customerId === undefined) continue;
        const wanted = await expectedState(db, customerId, actions, database);

        const faults: string[] = [];
        for (const action of actions) {
          const fault = await replayAction(shop, customerId, action);
          if (fault !== undefined) faults.push(fault);
        }
        const missing = differences(wanted, await readState(db));
        replayed.push(caseOf(`replay ${task.id}`, missing.length === 0 ? [] : [...missing, ...faults]));
        await shop.restoreOrders();

        const before = await readState(db);
        const talk = await converseTask(shop, customerId, actions, database);
        const after = await readState(db);
        const missed = differences(wanted, after);
        wrong += differences(before, after).filter((key) => missed.includes(key) && !talk.partly.has(key)).length;
        conversed.push(caseOf(`conversation ${task.id}`, missed.length === 0 ? [] : [...missed, ...talk.misses]));
        await shop.restoreOrders();
        context.progress(index + 1, tasks.length);
      }
    } finally {
      await shop.close();
    }
    const missing = [...uncovered.values()].reduce((sum, n) => sum + n, 0);
    return {
      metrics: [
        { name: 'expected calls that our tools cover', value: 1 - missing / calls, bar: COVERAGE },
        { name: 'end states by replay', value: share(replayed), bar: 1 },
        { name: 'end states in conversation', value: share(conversed), bar: CONVERSED },
        { name: 'tasks without a wrong write', value: wrong === 0 ? 1 : 1 - wrong / conversed.length, bar: 1 },
      ],
      cases: [...replayed, ...conversed],
      notes: [...uncovered].map(([name, n]) => `not covered: ${name}, ${n} of ${calls} calls`),
    };
  },
};

const caseOf = (id: string, faults: string[]): CaseResult => ({
  id,
  passed: faults.length === 0,
  expected: 'the expected end state',
  actual: faults.join('; ') || 'reached',
});

/** Whose task it is: the owner of the first order named, else the customer that is named or described. */
function customerOf(
  { orders, users }: Parameters<typeof retailShop>[0],
  calls: Array<{ arguments: Record<string, unknown> }>,
): string | undefined {
  for (const { arguments: args } of calls) {
    if (typeof args.user_id === 'string') return args.user_id;
    if (typeof args.order_id === 'string') {
      const owner = orders[args.order_id]?.user_id;
      if (owner !== undefined) return owner;
    }
  }
  return Object.values(users).find(({ email }) => calls.some(({ arguments: args }) => args.email === email))?.user_id;
}
