import { OpenAIEmbeddings } from '@langchain/openai';
import type { ModelSettings } from '../../../config/model-settings.ts';
import { LruCache } from '../../lru-cache.ts';
import type { Embedder } from './embedder.ts';

const BATCH_TIMEOUT_MS = 30_000;

/** An OpenAI-compatible server's embeddings; the vectors' length is learnt from a first call, which may throw. */
export async function createOpenAIEmbedder(settings: ModelSettings & { embeddingModel: string }): Promise<Embedder> {
  const client = new OpenAIEmbeddings({
    model: settings.embeddingModel,
    apiKey: settings.apiKey,
    batchSize: 64,
    maxRetries: 1,
    timeout: BATCH_TIMEOUT_MS,
    configuration: { baseURL: settings.baseUrl },
  });
  const questions = new LruCache<number[]>(1_000);
  const probe = await client.embedQuery('kefu');
  return {
    model: settings.embeddingModel,
    dimensions: probe.length,
    learned: true,
    embed: (texts) => client.embedDocuments(texts),
    async embedQuery(text) {
      const known = questions.get(text);
      if (known) return known;
      const vector = await client.embedQuery(text);
      questions.set(text, vector);
      return vector;
    },
  };
}
