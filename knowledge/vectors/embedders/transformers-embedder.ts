import { AppError } from '../../../config/errors.ts';
import { LruCache } from '../../lru-cache.ts';
import type { Embedder } from './embedder.ts';

const PACKAGE = '@huggingface/transformers';
const BATCH = 16;
const QUESTIONS_KEPT = 1_000;

/** A feature-extraction pipeline: one vector a text, mean-pooled and of length 1. */
export type Extractor = (
  texts: string[],
  options: { pooling: 'mean'; normalize: true },
) => Promise<{ tolist(): number[][] }>;

/** What a family of models wants in front of questions and passages, by their makers' model cards. */
const PREFIXES: Array<{ name: RegExp; question: string; passage: string }> = [
  { name: /\be5\b/i, question: 'query: ', passage: 'passage: ' },
  { name: /\bbge-.*-zh/i, question: '为这个句子生成表示以用于检索相关文章：', passage: '' },
  { name: /\bbge-.*-en/i, question: 'Represent this sentence for searching relevant passages: ', passage: '' },
];

interface TransformersModule {
  pipeline(task: 'feature-extraction', model: string): Promise<Extractor>;
}

const isModule = (loaded: unknown): loaded is TransformersModule =>
  typeof loaded === 'object' && loaded !== null && 'pipeline' in loaded && typeof loaded.pipeline === 'function';

/** The optional package; AppError `transformers_missing` with the way out where it is not installed. */
export async function loadTransformers(name: string = PACKAGE): Promise<TransformersModule> {
  let cause: unknown;
  try {
    const loaded: unknown = await import(name);
    if (isModule(loaded)) return loaded;
  } catch (error) {
    cause = error;
  }
  throw new AppError({
    code: 'transformers_missing',
    status: 503,
    message:
      `KEFU_LOCAL_EMBEDDING_MODEL needs the package ${PACKAGE}, which is not installed.\n` +
      `Run npm install --no-save ${PACKAGE}, or leave the setting out for the built-in vectors.`,
    cause,
  });
}

/** The name under which a local model's vectors are kept: it is never taken for a remote model of the same name. */
export const localModelName = (model: string): string => `transformers-${model}`;

/** A sentence-embedding model that runs in this process, by name or path. The first call shows its dimensions. */
export async function createTransformersEmbedder(options: {
  model: string;
  open?: (model: string) => Promise<Extractor>;
}): Promise<Embedder> {
  const { model } = options;
  const open = options.open ?? (async (name) => (await loadTransformers()).pipeline('feature-extraction', name));
  const extract = await open(model);
  const prefix = PREFIXES.find(({ name }) => name.test(model)) ?? { question: '', passage: '' };
  const vectorsOf = async (texts: string[]) => (await extract(texts, { pooling: 'mean', normalize: true })).tolist();
  const questions = new LruCache<number[]>(QUESTIONS_KEPT);
  const [probe = []] = await vectorsOf(['kefu']);
  return {
    model: localModelName(model),
    dimensions: probe.length,
    learned: true,
    async embed(texts, signal) {
      const vectors: number[][] = [];
      for (let i = 0; i < texts.length; i += BATCH) {
        signal?.throwIfAborted();
        vectors.push(...(await vectorsOf(texts.slice(i, i + BATCH).map((text) => prefix.passage + text))));
      }
      return vectors;
    },
    async embedQuery(text) {
      const known = questions.get(text);
      if (known) return known;
      const [vector = []] = await vectorsOf([prefix.question + text]);
      questions.set(text, vector);
      return vector;
    },
  };
}
