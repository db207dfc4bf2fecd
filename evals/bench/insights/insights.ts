import { createInsightStore } from '../../../insights/insight-store.ts';
import type { Bench, BenchRow } from '../bench.ts';
import { quantile } from '../quantile.ts';
import { fillTalks } from './fill.ts';

const TALKS = 125_000;
const DAYS = 365;
const ROUNDS = 15;
const TIME_ZONE = 'Asia/Shanghai';

/** The insight figures of a year, over a million messages. */
export const insightsBench: Bench = {
  name: 'insights',
  description:
    'a year of insights over 1,000,000 messages: counted days from their counters, the last days from the tables',
  async run(context) {
    const database = await context.database();
    const talks = Math.max(500, Math.round(TALKS * context.scale));
    context.say(`${talks * 8} messages into PostgreSQL`);
    await fillTalks(database, talks, DAYS);
    const open = () => createInsightStore({ pool: database.pool, timeZone: TIME_ZONE });
    const store = open();
    const today = new Date().toISOString().slice(0, 10);
    const from = new Date(Date.now() - DAYS * 86_400_000).toISOString().slice(0, 10);
    const time = async (start: string, asked = store) => {
      const began = performance.now();
      await asked.counts(start, today);
      return performance.now() - began;
    };
    const weekAgo = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10);
    context.say('counting the days that are over');
    const began = performance.now();
    let days = 0;
    while (await store.countNext()) days += 1;
    const counting = performance.now() - began;
    const year: number[] = [];
    const again: number[] = [];
    const week: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      // A process that was never asked before, and one that was.
      year.push(await time(from, open()));
      again.push(await time(from));
      week.push(await time(weekAgo, open()));
    }
    const rows: BenchRow[] = [
      { name: 'a year, p50', value: quantile(year, 0.5), unit: 'ms', aim: { atMost: 200 } },
      { name: 'a year, p95', value: quantile(year, 0.95), unit: 'ms' },
      { name: 'a year again, p50', value: quantile(again, 0.5), unit: 'ms', aim: { atMost: 200 } },
      { name: 'the last week, p50', value: quantile(week, 0.5), unit: 'ms', aim: { atMost: 200 } },
      { name: 'counting one day that is over', value: counting / Math.max(1, days), unit: 'ms' },
    ];
    return { rows, notes: [`${days} days counted; ${talks * 8} messages, ${talks * 4} turns`] };
  },
};
