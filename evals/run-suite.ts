import { once } from 'node:events';
import { runOneSuite } from './harness/run-one-suite.ts';
import type { SuiteMessage, SuiteOrder } from './harness/suite-process.ts';
import { SUITES } from './suites.ts';

// The child of run.ts: takes one order, tells how it goes and what came out.
const tell = (message: SuiteMessage) => process.send?.(message);
const [order] = (await once(process, 'message')) as [SuiteOrder];
const suite = SUITES.find(({ name }) => name === order.suite);
if (!suite) throw new Error(`No suite named ${order.suite}.`);
const result = await runOneSuite(suite, order, (done, total) => tell({ kind: 'progress', done, total }));
await new Promise((resolve) => process.send?.({ kind: 'result', result } satisfies SuiteMessage, resolve));
process.disconnect();
