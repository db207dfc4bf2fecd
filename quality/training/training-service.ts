import { AppError, badRequest, notFound } from '../../config/errors.ts';
import type { Logger } from '../../config/logger.ts';
import { decodeModel, encodeWeights } from '../../understanding/model-file.ts';
import type { CatalogueEntry } from '../../understanding/types.ts';
import type { DatasetRow } from '../datasets/dataset-rows.ts';
import type { DatasetService } from '../datasets/dataset-service.ts';
import type { By } from '../labels/ports.ts';
import type { ComparisonCase } from '../models/compare.ts';
import { judge } from '../models/gate.ts';
import type { ModelStore } from '../models/ports.ts';
import type { EncodedModel } from './child-messages.ts';
import { runTrainingChild } from './run-child.ts';
import type { RunRows, RunView } from './run-rows.ts';
import { sampledText } from './to-utterances.ts';
import { watchRun } from './watch-run.ts';

/** Training and comparing, one run at a time over all processes. */
export interface TrainingService {
  list(): Promise<RunView[]>;
  get(id: string): Promise<RunView>;
  /** Trains on a dataset, compares the outcome and judges it; goes on after this has resolved. */
  train(options: { dataset: number; by: By }): Promise<RunView>;
  /** Compares a stored model with the one at work now. */
  compare(options: { version: number; by: By }): Promise<RunView>;
  cancel(id: string): Promise<RunView>;
  watch(id: string, signal: AbortSignal): AsyncIterable<RunView>;
  /** Stops what runs here; the run has then failed, with the reason. */
  close(): Promise<void>;
}

export interface TrainingOptions {
  runs: RunRows;
  datasets: DatasetService;
  models: ModelStore;
  /** The cases that ship with the program. */
  shippedCases: () => ComparisonCase[];
  shop: () => Promise<{ catalogue: CatalogueEntry[]; timeZone: string }>;
  logger: Logger;
}

const BEAT_MS = 1_000;
/** Training is the long part. */
const TRAIN_SHARE = 0.85;

class Stopped extends AppError {}
const cancelled = () => new Stopped({ code: 'cancelled', status: 409, message: 'It was cancelled.' });
const ending = () => new Stopped({ code: 'process_ended', status: 503, message: 'The process that ran it has ended.' });

export function createTrainingService(options: TrainingOptions): TrainingService {
  const { runs, datasets, models, logger } = options;
  let atWork: { stop: AbortController; done: Promise<void> } | undefined;
  let closed = false;

  /** Runs `work` under the run's lease and stores how it ended. */
  const launch = (run: RunView, owner: string, work: (signal: AbortSignal, tell: Tell) => Promise<number>) => {
    const stop = new AbortController();
    const latest: { step: string; progress: number } = { step: run.step, progress: 0 };
    const tell: Tell = (step, progress) => Object.assign(latest, { step, progress });
    const beat = setInterval(() => {
      runs.beat(run.id, owner, { ...latest }).then(
        (state) => {
          if (state === 'cancelled') stop.abort(cancelled());
          if (state === 'lost') stop.abort(ending());
        },
        (error: unknown) => logger.warn({ err: error, run: run.id }, 'a training run could not tell that it lives'),
      );
    }, BEAT_MS);
    const done = work(stop.signal, tell)
      .then(
        (model) => runs.end(run.id, owner, { state: 'done', model }),
        (error: unknown) => {
          const known = error instanceof AppError ? error : undefined;
          if (!(error instanceof Stopped)) logger.error({ err: error, run: run.id }, 'a training run failed');
          return runs.end(run.id, owner, {
            state: known?.code === 'cancelled' ? 'cancelled' : 'failed',
            errorCode: known?.code ?? 'internal',
            error: known?.message ?? 'An error of the program; its log tells more.',
          });
        },
      )
      .catch((error: unknown) =>
        logger.error({ err: error, run: run.id }, 'how a training run ended could not be stored'),
      )
      .finally(() => {
        clearInterval(beat);
        atWork = undefined;
      });
    atWork = { stop, done };
  };

  const against = async (rows: readonly DatasetRow[]) => {
    const version = await models.current('intents');
    const current = await models.load(version).catch(() => models.load(0));
    const held = rows
      .filter(({ split }) => split === 'held')
      .map(
        ({ text, intent, language }): ComparisonCase => ({
          text: sampledText(text, language),
          intent,
          language,
          origin: 'held',
        }),
      );
    return {
      against: version,
      current: { card: current.card, weights: encodeWeights(current) },
      cases: [...held, ...options.shippedCases()],
      shop: await options.shop(),
    };
  };
  const decoded = ({ card, weights }: EncodedModel) => decodeModel(card, weights);

  return {
    list: runs.list,
    get: runs.get,
    async train({ dataset, by }) {
      if (closed) throw ending();
      const { hash } = await datasets.get(dataset);
      const { run, owner } = await runs.begin({ kind: 'intents', dataset, by });
      launch(run, owner, async (signal, tell) => {
        const rows = await datasets.rows(dataset);
        const { model, comparison } = await runTrainingChild(
          { type: 'train', rows, dataHash: hash, ...(await against(rows)) },
          {
            signal,
            onProgress: (step, share) =>
              tell(step, step === 'train' ? share * TRAIN_SHARE : TRAIN_SHARE + share * (1 - TRAIN_SHARE)),
          },
        );
        if (!model) throw notFound('model');
        tell('store', 0.98);
        const version = await models.add({ kind: 'intents', dataset, runId: run.id, model: decoded(model), by });
        await models.setComparison(version, comparison, judge(comparison, await models.bars()));
        return version;
      });
      return run;
    },
    async compare({ version, by }) {
      if (closed) throw ending();
      const { dataset, kind } = await models.get(version);
      if (kind !== 'intents' || version === 0)
        throw badRequest('not_comparable', 'Only models that were trained here are compared here.');
      const candidate = await models.load(version);
      const { run, owner } = await runs.begin({ kind: 'intents', dataset, model: version, by });
      launch(run, owner, async (signal, tell) => {
        // By the newest labels: what was held back then is held back now.
        const [newest] = await datasets.list();
        const rows = newest ? await datasets.rows(newest.version) : [];
        const { comparison } = await runTrainingChild(
          {
            type: 'compare',
            candidate: { card: candidate.card, weights: encodeWeights(candidate) },
            ...(await against(rows)),
          },
          { signal, onProgress: tell },
        );
        await models.setComparison(version, comparison, judge(comparison, await models.bars()));
        return version;
      });
      return run;
    },
    cancel: runs.cancel,
    watch: (id, signal) => watchRun(runs, id, signal),
    async close() {
      closed = true;
      atWork?.stop.abort(ending());
      await atWork?.done;
    },
  };
}

type Tell = (step: string, progress: number) => void;
