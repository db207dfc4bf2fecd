// A process that opens the index and prints what that took; with `write` it waits until there is a snapshot.
import { readdir } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { createKnowledgeBase } from '../../../knowledge/knowledge-base.ts';
import { openDatabase } from '../../../stores/database.ts';
import { createNotifications } from '../../../stores/notifications.ts';
import { watchLoop } from '../loop-delay.ts';

const [url = '', folder = '', write] = process.argv.slice(2);
const logger = pino({ level: 'silent' });
const database = openDatabase({ url, logger });
const notifications = await createNotifications({ url, logger });

const memoryMb = async () => {
  globalThis.gc?.();
  await wait(300);
  globalThis.gc?.();
  return process.memoryUsage.rss() / 1e6;
};
const seconds = (usage: NodeJS.CpuUsage) => (usage.user + usage.system) / 1e6;

const before = await memoryMb();
const [cpu, watched, began] = [process.cpuUsage(), watchLoop(), performance.now()];
const base = await createKnowledgeBase({
  db: database.db,
  databaseUrl: url,
  notifications,
  logger,
  snapshots: { folder, restMs: write ? 300 : 3_600_000 },
});
await base.index.built();
const wholeMs = performance.now() - began;
const cpuS = seconds(process.cpuUsage(cpu));
const heldMs = watched().max;
const agreed = await base.index.check();
const checkedMs = performance.now() - began;
const memory = (await memoryMb()) - before;

let written = { cpuS: 0, heldMs: 0 };
if (write) {
  const [since, writing] = [process.cpuUsage(), watchLoop()];
  while (!(await readdir(folder).catch((): string[] => [])).includes('index.snapshot')) await wait(50);
  written = { cpuS: seconds(process.cpuUsage(since)), heldMs: writing().max };
}
console.log(JSON.stringify({ wholeMs, checkedMs, cpuS, heldMs, memory, agreed, size: base.size(), written }));
await base.close();
await notifications.close();
await database.close();
