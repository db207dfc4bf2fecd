import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { AppError } from '../../config/errors.ts';
import type { By } from '../labels/ports.ts';
import type { Comparison } from '../models/compare.ts';
import { judge } from '../models/gate.ts';
import type { ModelStore } from '../models/ports.ts';
import type { RunRows, RunView } from '../training/run-rows.ts';
import type { FineTuneJob, FineTunes } from './openai-finetunes.ts';

/** What of a run is known at the model's server; written down after each step, so that a stopped run goes on there. */
const remoteSchema = z.object({
  task: z.enum(['router', 'writer']),
  base: z.string(),
  suffix: z.string().optional(),
  trainingFile: z.string().optional(),
  validationFile: z.string().optional(),
  /** The job was asked for, though perhaps never heard of. */
  asked: z.boolean().optional(),
  job: z.string().optional(),
  lastEvent: z.string().optional(),
  /** Registered here as this version. */
  version: z.number().optional(),
});
export type FineTuneRemote = z.infer<typeof remoteSchema>;

export interface FineTuneDeps {
  api: FineTunes;
  runs: RunRows;
  models: Pick<ModelStore, 'add' | 'setComparison' | 'bars'>;
  rows: () => Promise<{ training: string; validation: string }>;
  /** Sets the new model against the router at work. */
  evaluate: (name: string, onProgress: (share: number) => void) => Promise<Comparison>;
  tell: (line: string) => void;
  signal: AbortSignal;
  pollMs?: number;
}

export type FineTuneStart = { by: By } & ({ begin: FineTuneRemote; dataset: number | null } | { resume: string });

const POLL_MS = 3_000;
const BEAT_MS = 2_000;
const ENDED = new Set(['succeeded', 'failed', 'cancelled']);

/** Begins a fine-tuning, or goes on with one that was stopped; resolves to the version that came of it. */
export async function runFineTune(deps: FineTuneDeps, start: FineTuneStart): Promise<number> {
  const { runs } = deps;
  const { run, owner } = await open(runs, start);
  const end = new AbortController();
  const signal = AbortSignal.any([deps.signal, end.signal]);
  const latest = { step: run.step, progress: run.progress };
  const beat = setInterval(() => {
    runs.beat(run.id, owner, latest).then(
      (state) => {
        if (state === 'cancelled') end.abort(cancelled());
        if (state === 'lost') end.abort(lost());
      },
      // The next beat tells; a run without any for long counts as failed.
      () => undefined,
    );
  }, BEAT_MS);
  try {
    const version = await carryOn({ ...deps, signal }, run, start.by, owner, (step, progress) =>
      Object.assign(latest, { step, progress }),
    );
    await runs.end(run.id, owner, { state: 'done', model: version });
    return version;
  } catch (error) {
    const why = signal.aborted && !(error instanceof AppError) ? signal.reason : error;
    const known = why instanceof AppError ? why : undefined;
    await runs.end(run.id, owner, {
      state: known?.code === 'cancelled' ? 'cancelled' : 'failed',
      errorCode: known?.code ?? 'internal',
      error: known?.message ?? 'An error of the program.',
    });
    throw why;
  } finally {
    clearInterval(beat);
  }
}

const open = (runs: RunRows, start: FineTuneStart): Promise<{ run: RunView; owner: string }> => {
  if ('resume' in start) return runs.takeUp(start.resume);
  return runs.begin({ kind: 'finetune', dataset: start.dataset, step: 'upload', by: start.by, remote: start.begin });
};

async function carryOn(
  deps: FineTuneDeps,
  run: RunView,
  by: By,
  owner: string,
  progress: (step: string, share: number) => void,
): Promise<number> {
  const { api, runs, models, tell, signal } = deps;
  let remote = remoteSchema.parse(run.remote);
  const keep = async (change: Partial<FineTuneRemote>) => {
    remote = { ...remote, ...change };
    await runs.beat(run.id, owner, { remote });
  };

  if (remote.trainingFile === undefined) {
    progress('upload', 0.02);
    const { training, validation } = await deps.rows();
    if (validation !== '') await keep({ validationFile: await api.upload('validation.jsonl', validation) });
    await keep({ trainingFile: await api.upload('training.jsonl', training) });
    tell(`uploaded ${remote.trainingFile}`);
  }
  const job = await findOrCreate(deps, remote, run.id, keep);
  progress('queue', 0.1);
  const ended = await follow(deps, job, remote, keep, progress).catch(async (error: unknown) => {
    if (signal.aborted && signal.reason instanceof AppError && signal.reason.code === 'cancelled')
      await cancelJob(deps, job.id);
    throw error;
  });
  const name = modelOf(ended);
  if (remote.version === undefined)
    await keep({ version: await models.add({ kind: 'model', name, dataset: run.dataset, runId: run.id, by }) });
  const version = remote.version ?? 0;
  tell(`registered ${name} as model ${version}; comparing it as router`);
  progress('compare', 0.8);
  const comparison = await deps.evaluate(name, (share) => progress('compare', 0.8 + share * 0.2));
  await models.setComparison(version, comparison, judge(comparison, await models.bars()));
  return version;
}

async function findOrCreate(
  { api, tell }: FineTuneDeps,
  remote: FineTuneRemote,
  mark: string,
  keep: (change: Partial<FineTuneRemote>) => Promise<void>,
): Promise<FineTuneJob> {
  if (remote.job) return api.job(remote.job);
  // It may have been heard although its answer was not: a second job would cost a second time.
  const known = remote.asked ? await api.find(mark) : undefined;
  if (!known) await keep({ asked: true });
  const job =
    known ??
    (await api.create({
      model: remote.base,
      trainingFile: remote.trainingFile ?? '',
      validationFile: remote.validationFile,
      suffix: remote.suffix,
      mark,
    }));
  await keep({ job: job.id });
  tell(`${known ? 'found' : 'started'} job ${job.id}`);
  return job;
}

async function follow(
  { api, tell, signal, pollMs = POLL_MS }: FineTuneDeps,
  first: FineTuneJob,
  remote: FineTuneRemote,
  keep: (change: Partial<FineTuneRemote>) => Promise<void>,
  progress: (step: string, share: number) => void,
): Promise<FineTuneJob> {
  let job = first;
  let last = remote.lastEvent;
  let share = 0.1;
  for (;;) {
    for (const event of await api.events(job.id, last)) {
      tell(`${new Date(event.created_at * 1000).toISOString().slice(11, 19)} ${event.message}`);
      last = event.id;
      share = Math.min(0.75, share + 0.02);
    }
    if (last !== undefined) await keep({ lastEvent: last });
    progress(job.status === 'running' ? 'tune' : 'queue', share);
    if (ENDED.has(job.status)) return job;
    await wait(pollMs, undefined, { signal });
    job = await api.job(job.id);
  }
}

function modelOf(job: FineTuneJob): string {
  if (job.status === 'succeeded' && job.fine_tuned_model) return job.fine_tuned_model;
  if (job.status === 'cancelled') throw cancelled();
  throw new AppError({
    code: 'finetune_failed',
    status: 502,
    message: `The job failed at the model’s server${job.error?.message ? `: ${job.error.message}` : '.'}`,
  });
}

/** The caller's signal is over; this one call is still to be made. */
async function cancelJob({ api, tell }: FineTuneDeps, id: string): Promise<void> {
  await api.cancel(id).then(
    () => tell(`cancelled job ${id}`),
    () => tell(`job ${id} could not be cancelled at the model’s server`),
  );
}

const cancelled = () => new AppError({ code: 'cancelled', status: 409, message: 'It was cancelled.' });
const lost = () => new AppError({ code: 'process_ended', status: 409, message: 'Another command goes on with it.' });
