import { openShopInProcess } from '../dialogue/shop-in-process.ts';
import type { CaseResult } from '../harness/suite.ts';
import type { Bench } from './bench.ts';
import { differences, expectedState, readState, refundsIn } from './end-state.ts';
import { replayAction } from './replay.ts';
import { converseTask } from './scripted-customer.ts';

/** What became of a bench's tasks. */
export interface BenchRun {
  bench: Bench;
  replayed: CaseResult[];
  conversed: CaseResult[];
  /** States that neither the task nor what was asked for explains. */
  wrong: number;
}

/** Each task by replay and in conversation, on the state as the bench has it. */
export async function runBench(bench: Bench, progress: (done: number) => void): Promise<BenchRun> {
  const shop = await openShopInProcess(bench.shop);
  const { db } = shop.database;
  const { language, currency, timeZone, name } = bench;
  const run: BenchRun = { bench, replayed: [], conversed: [], wrong: 0 };
  try {
    for (const [index, task] of bench.tasks.entries()) {
      const { customerId } = task;
      if (task.actions.length === 0 || customerId === undefined) continue;
      const doing = task.actions.filter((action) => !bench.changesNothing(action, customerId));
      const wanted = await expectedState(db, customerId, doing);
      const refundsOf = refundsIn(customerId, doing);

      const faults: string[] = [];
      for (const action of task.actions) {
        const claim = action.orderId === null ? undefined : { ...action, action: 'claim_price_protection', args: {} };
        const done = action.action === 'refund' ? claim : action;
        const fault = done && (await replayAction(shop, customerId, done, { language, currency, timeZone }));
        if (fault !== undefined) faults.push(fault);
      }
      const missing = differences(wanted, await readState(db, refundsOf));
      run.replayed.push(caseOf(`${name}, replay ${task.id}`, missing.length === 0 ? [] : [...missing, ...faults]));
      await shop.restoreOrders();

      const before = await readState(db, refundsOf);
      const talk = await converseTask(shop, bench, task);
      const after = await readState(db, refundsOf);
      const missed = differences(wanted, after);
      run.wrong += differences(before, after).filter((key) => missed.includes(key) && !talk.partly.has(key)).length;
      run.conversed.push(
        caseOf(`${name}, conversation ${task.id}`, missed.length === 0 ? [] : [...missed, ...talk.misses]),
      );
      await shop.restoreOrders();
      progress(index + 1);
    }
  } finally {
    await shop.close();
  }
  return run;
}

const caseOf = (id: string, faults: string[]): CaseResult => ({
  id,
  passed: faults.length === 0,
  expected: 'the expected end state',
  actual: faults.join('; ') || 'reached',
});
