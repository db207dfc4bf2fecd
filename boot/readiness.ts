import type { IngestQueue } from '../ingest/queue.ts';
import type { EmbeddingModels } from '../knowledge/vectors/embedders/embedding-models.ts';
import { countLiveChunks } from '../knowledge/vectors/live-chunks.ts';
import { vectorHealth } from '../knowledge/vectors/vector-health.ts';
import type { ReadinessCheck } from '../server/dependencies.ts';
import { chromaAnswers } from '../stores/chroma-answers.ts';
import type { DatabaseHandle } from '../stores/database.ts';
import { countStanding } from '../stores/leadership.ts';
import type { Knowledge } from './knowledge.ts';

/** What /readyz asks. Without Chroma search goes by words alone, without queue and worker uploads wait: turns need none of them. */
export const readinessChecks = (options: {
  database: DatabaseHandle;
  knowledge: Pick<Knowledge, 'vectors'> & { models: Pick<EmbeddingModels, 'configured'> } & {
    base: Pick<Knowledge['base'], 'size' | 'index'>;
  };
  queue: Pick<IngestQueue, 'depth'>;
}): ReadinessCheck[] => {
  const { database, knowledge } = options;
  const { vectors } = knowledge;
  return [
    {
      name: 'postgres',
      required: true,
      async check() {
        await database.pool.query('select 1');
        return undefined;
      },
    },
    {
      name: 'index',
      required: false,
      async check() {
        const { state, chunks, of } = knowledge.base.index.status();
        if (state === 'building') return { state, chunks, of };
        const difference = (await countLiveChunks(database.db)) - knowledge.base.size();
        return {
          state: difference === 0 ? 'up' : 'repairing',
          missing: Math.max(0, difference),
          surplus: Math.max(0, -difference),
          chunks,
          of,
        };
      },
    },
    {
      name: 'chroma',
      required: false,
      async check() {
        if (!vectors) throw new Error('not running');
        if (!(await chromaAnswers(vectors.host.url()))) throw new Error('does not answer');
        return undefined;
      },
    },
    {
      name: 'vectors',
      required: false,
      async check() {
        if (!vectors) throw new Error('not running');
        return vectorHealth({ db: database.db, ...vectors });
      },
    },
    ...(knowledge.models.configured() ? [embeddingModelCheck(knowledge.models)] : []),
    {
      name: 'queue',
      required: false,
      async check() {
        await options.queue.depth();
        return undefined;
      },
    },
    {
      name: 'worker',
      required: false,
      async check() {
        const processes = await countStanding(database.db, 'vectors');
        if (processes === 0) throw new Error('none runs');
        return { state: 'up', processes };
      },
    },
  ];
};

/** Until the configured model answers, the built-in vectors stand in. */
const embeddingModelCheck = (models: Pick<EmbeddingModels, 'configured'>): ReadinessCheck => ({
  name: 'embedding_model',
  required: false,
  async check() {
    const { model, answers } = models.configured() ?? {};
    if (!answers) throw new Error('out of reach');
    return { state: 'up', model };
  },
});
