/** `npm run models -- COMMAND`: QA's data loop on the command line, on the database of the running Kefu. */
import { parseArgs } from 'node:util';
import { AppError, badRequest } from '../config/errors.ts';
import type { ModelTask } from '../quality/models/ports.ts';
import type { Quality } from '../quality/ports.ts';
import type { RunView } from '../quality/training/run-rows.ts';
import { watchRun } from '../quality/training/watch-run.ts';
import { openQualityHere } from './models/open-quality.ts';
import { comparisonLines, modelLine } from './models/show.ts';

const USAGE = `npm run models -- COMMAND
  list                                   models, which are at work, runs and the shadow
  train [--dataset N]                    train on a dataset version; default: a new one of the labels as they are
  compare VERSION                        compare with the model at work now
  show VERSION                           the stored comparison and the gate's verdict
  shadow VERSION [--share 0.2]           let it judge live turns beside the one at work; shadow shows, shadow stop ends
  promote VERSION [--task router|writer] [--force --reason TEXT]
  rollback [--task router|writer] [--reason TEXT]
  export [--format own|openai-router|openai-writer] [--unmasked]    labels to standard output
  import [--format own|openai] < FILE    labels from standard input`;

const BY = { id: null, name: 'command line' };
const TASKS: readonly ModelTask[] = ['intents', 'router', 'writer'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dataset: { type: 'string' },
    share: { type: 'string' },
    task: { type: 'string', default: 'intents' },
    force: { type: 'boolean', default: false },
    reason: { type: 'string' },
    format: { type: 'string' },
    unmasked: { type: 'boolean', default: false },
  },
});
const [command = '', argument] = positionals;
const print = (...lines: string[]) => console.log(lines.join('\n'));

const whole = (text: string | undefined): number => {
  const number = Number(text);
  if (!text || !Number.isInteger(number) || number < 0) throw badRequest('usage', USAGE);
  return number;
};
const oneOf = <T extends string>(text: string | undefined, options: readonly T[]): T => {
  const found = options.find((option) => option === text);
  if (!found) throw badRequest('usage', USAGE);
  return found;
};

/** Shows a run until it has ended; Ctrl-C cancels it. */
async function follow(quality: Quality, run: RunView): Promise<number> {
  const interrupt = () => void quality.training.cancel(run.id);
  process.once('SIGINT', interrupt);
  let last = run;
  for await (const now of watchRun(quality.runs, run.id, new AbortController().signal)) {
    last = now;
    print(`${now.step.padEnd(8)} ${Math.round(now.progress * 100)}%`);
  }
  process.removeListener('SIGINT', interrupt);
  if (last.state !== 'done' || last.model === null)
    throw new AppError({
      code: last.errorCode ?? last.state,
      status: 500,
      message: last.error ?? `It is ${last.state}.`,
    });
  return last.model;
}

async function show(quality: Quality, version: number): Promise<void> {
  const model = await quality.models.get(version);
  print(modelLine(model));
  if (model.comparison) print(...comparisonLines(model.comparison, model.gate));
}

async function readInput(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

const COMMANDS: Record<string, (quality: Quality) => Promise<void>> = {
  async list({ models, runs, shadows }) {
    print(...(await models.list()).map(modelLine));
    for (const run of (await runs.list()).slice(0, 5))
      print(`run ${run.id.slice(0, 8)} ${run.kind} ${run.state} ${run.step}${run.error ? `: ${run.error}` : ''}`);
    const shadow = await shadows.running();
    if (shadow) print(`shadow: model ${shadow.version}, ${shadow.turns} turns, ${shadow.agreed} agreed`);
  },
  async train(quality) {
    const { datasets, training } = quality;
    const dataset = values.dataset ? whole(values.dataset) : (await datasets.create({ note: null, by: BY })).version;
    const { counts } = await datasets.get(dataset);
    print(`dataset ${dataset}: ${counts.labels} labels, ${counts.held} of them held back, ${counts.rows} rows`);
    const version = await follow(quality, await training.train({ dataset, by: BY }));
    await show(quality, version);
  },
  async compare(quality) {
    await show(quality, await follow(quality, await quality.training.compare({ version: whole(argument), by: BY })));
  },
  show: (quality) => show(quality, whole(argument)),
  async shadow({ shadows, models }) {
    if (argument === 'stop') {
      const ended = await shadows.stop();
      print(`ended: ${ended.turns} turns, ${ended.agreed} agreed, ${ended.dropped} left out`);
    } else if (argument) {
      await models.get(whole(argument));
      const started = await shadows.start({ version: whole(argument), share: Number(values.share ?? 1), by: BY });
      print(
        `model ${started.version} judges ${Math.round(started.share * 100)}% of the turns; customers notice nothing`,
      );
    } else {
      const shadow = await shadows.running();
      if (!shadow) return print('no shadow run');
      print(`model ${shadow.version}: ${shadow.turns} turns, ${shadow.agreed} agreed, ${shadow.dropped} left out`);
      for (const pair of shadow.pairs) print(`  ${pair.turns}× ${pair.current} → ${pair.candidate}`);
    }
  },
  async promote({ models }) {
    const task = oneOf(values.task, TASKS);
    const { force, reason = null } = values;
    const { version } = await models.promote(whole(argument), { task, force, reason, by: BY });
    print(`model ${version} is at work (${task}); every process switches within seconds`);
  },
  async rollback({ models }) {
    const task = oneOf(values.task, TASKS);
    const { version } = await models.rollback({ task, reason: values.reason ?? null, by: BY });
    print(`model ${version} is at work again (${task})`);
  },
  async export({ files }) {
    const format = oneOf(values.format ?? 'own', ['own', 'openai-router', 'openai-writer']);
    process.stdout.write(await files.export({ format, mask: !values.unmasked }));
  },
  async import({ files }) {
    const format = oneOf(values.format ?? 'own', ['own', 'openai']);
    const { added, updated, bad } = await files.import(await readInput(), { format, dryRun: false, by: BY });
    print(`${added} added, ${updated} updated, ${bad.length} faulty`);
    for (const { line, field, message } of bad) console.error(`line ${line}${field ? `, ${field}` : ''}: ${message}`);
    if (bad.length > 0) process.exitCode = 1;
  },
};

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', () => undefined);
const run = COMMANDS[command];
const opened = run && (await openQualityHere());
if (!run) console.error(USAGE);
if (!run || !opened) process.exitCode = 2;
else
  try {
    await run(opened.quality);
  } catch (error) {
    console.error(error instanceof AppError ? error.message : error);
    if (error instanceof AppError && Array.isArray(error.details)) console.error(JSON.stringify(error.details));
    process.exitCode = error instanceof AppError && error.code === 'usage' ? 2 : 1;
  } finally {
    await opened.close();
  }
