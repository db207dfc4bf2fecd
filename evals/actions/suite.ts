import { type Metric, type Suite, share } from '../harness/suite.ts';
import { ecomBench } from './ecom-bench.ts';
import { retailBench } from './retail-bench.ts';
import { type BenchRun, runBench } from './run-bench.ts';

const COVERAGE = 0.9;
const CONVERSED = 0.6;

/** Tasks of public benches of actions: their expected calls replayed through our tools, and asked for in conversation. */
export const actionsSuite: Suite = {
  name: 'actions',
  description:
    'τ²-bench retail and ECom-Bench: expected end states by replay and in conversation with the built-in engine',
  async run(context) {
    if (context.datasetsDir === undefined)
      return { metrics: [], cases: [], notes: ['not run: the public datasets are not there (KEFU_DATASETS)'] };
    const now = new Date();
    const benches = [await retailBench(context.datasetsDir, now), await ecomBench(context.datasetsDir, now)];
    const total = benches.reduce((sum, { tasks }) => sum + tasks.length, 0);
    let before = 0;
    const ran: BenchRun[] = [];
    for (const bench of benches) {
      ran.push(await runBench(bench, (done) => context.progress(before + done, total)));
      before += bench.tasks.length;
    }
    const covered = (some: BenchRun[]): number => {
      const calls = some.flatMap(({ bench }) => bench.tasks.flatMap((task) => task.calls));
      return calls.filter(({ missing }) => missing === undefined).length / calls.length;
    };
    return {
      metrics: [
        { name: 'expected calls that our tools cover', value: covered(ran), bar: COVERAGE },
        ...ran.flatMap((run): Metric[] => [
          { name: `calls covered (${run.bench.name})`, value: covered([run]), bar: null },
          { name: `end states by replay (${run.bench.name})`, value: share(run.replayed), bar: 1 },
          { name: `end states in conversation (${run.bench.name})`, value: share(run.conversed), bar: CONVERSED },
          {
            name: `tasks without a wrong write (${run.bench.name})`,
            value: 1 - run.wrong / Math.max(1, run.conversed.length),
            bar: 1,
          },
        ]),
      ],
      cases: ran.flatMap(({ replayed, conversed }) => [...replayed, ...conversed]),
      notes: ran.flatMap(notCovered),
    };
  },
};

/** What is not covered, how often and why. */
function notCovered({ bench }: BenchRun): string[] {
  const calls = bench.tasks.flatMap((task) => task.calls);
  const groups = Map.groupBy(
    calls.filter(({ missing }) => missing !== undefined),
    ({ name, missing }) => `${name} (${missing})`,
  );
  return [...groups].map(
    ([what, some]) => `${bench.name}: not covered: ${what}, ${some.length} of ${calls.length} calls`,
  );
}
