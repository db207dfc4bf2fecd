import type { CaseResult, Suite } from '../harness/suite.ts';
import { CONVERSATIONS } from './conversations.ts';
import { converse, SHOP_DIRS, type Spoken } from './converse.ts';
import { openShopInProcess } from './shop-in-process.ts';

const RUNS = 5;
const TO_PASS = 57 / 60;

/** Scripted conversations over every pattern of dialogue repair, on two shops, in process through the real graph. */
export const dialogueSuite: Suite = {
  name: 'dialogue',
  description: 'Sixty conversations of eight to twelve turns, thirty a language, five times over',
  async run(context) {
    const cases: CaseResult[] = [];
    let alike = 0;
    let done = 0;
    for (const name of ['sample', 'bikes'] as const) {
      const here = CONVERSATIONS.filter(({ shop }) => shop === name);
      const shop = await openShopInProcess(SHOP_DIRS[name]);
      try {
        const runs: Spoken[][][] = [];
        for (let run = 0; run < RUNS; run++) {
          const spoken: Spoken[][] = [];
          for (const conversation of here) {
            spoken.push(await converse(shop, conversation));
            done += 1;
            context.progress(done, CONVERSATIONS.length * RUNS);
          }
          runs.push(spoken);
        }
        here.forEach(({ id }, at) => {
          const each = runs.map((run) => run[at] ?? []);
          const faults = each.flatMap((lines) =>
            lines.flatMap(({ customer, faults }) => faults.map((one) => `${customer}: ${one}`)),
          );
          if (new Set(each.map(saidIn)).size === 1) alike += 1;
          cases.push({
            id,
            passed: faults.length === 0,
            expected: 'no fault in any run',
            actual: [...new Set(faults)].join('; ') || 'none',
          });
        });
      } finally {
        await shop.close();
      }
    }
    const total = CONVERSATIONS.length;
    return {
      metrics: [
        {
          name: 'conversations without a fault',
          value: cases.filter(({ passed }) => passed).length / total,
          bar: TO_PASS,
        },
        { name: 'the same way in every run', value: alike / total, bar: 1 },
      ],
      cases,
      notes: [],
    };
  },
};

/** What was said, without the ids that each run draws anew. */
const saidIn = (lines: Spoken[]): string =>
  lines
    .map(({ reply }) => [reply.route, reply.intent, reply.text, reply.quickReplies?.join('|')].join('\t'))
    .join('\n');
