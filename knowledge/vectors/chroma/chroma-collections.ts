import { timeLimit } from '../../time-limit.ts';
import { chromaClient } from './chroma-index.ts';

const LIMIT_MS = 10_000;
const MANY = 1_000;

/** Deletes the collections whose name begins with `prefix`, all but `keep`. */
export async function dropCollections(options: { url: string; prefix: string; keep: string }): Promise<void> {
  const client = chromaClient(options.url);
  const all = await timeLimit(client.listCollections({ limit: MANY }), LIMIT_MS, 'Chroma');
  for (const { name } of all)
    if (name.startsWith(options.prefix) && name !== options.keep)
      await timeLimit(client.deleteCollection({ name }), LIMIT_MS, 'Chroma');
}
