import { Agent, type RequestOptions, request } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { ChromaConnectionError, type Collection } from 'chromadb';
import { z } from 'zod';
import type { Scored } from '../../lexical/lexical-index.ts';
import { collectionPath } from './chroma-records.ts';

/** Connections are kept from one question to the next; idle ones don't keep the process. */
const AGENTS = { 'http:': new Agent({ keepAlive: true }), 'https:': new SecureAgent({ keepAlive: true }) };
const LIMIT_MS = 10_000;

const foundSchema = z.object({
  ids: z.array(z.array(z.string())),
  distances: z.array(z.array(z.number().nullable())),
});

const isSecure = (url: URL) => url.protocol === 'https:';

function post(url: URL, body: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const unreachable = (error: Error) => reject(new ChromaConnectionError(error.message, error));
  const options: RequestOptions = {
    method: 'POST',
    agent: isSecure(url) ? AGENTS['https:'] : AGENTS['http:'],
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    timeout: LIMIT_MS,
  };
  const sent = (isSecure(url) ? secureRequest : request)(url, options, (response) => {
    let text = '';
    response.setEncoding('utf8');
    response.on('data', (piece: string) => {
      text += piece;
    });
    response.on('error', unreachable);
    response.on('end', () => {
      if (response.statusCode === 200) resolve(text);
      else reject(new Error(`Chroma refused a question: ${response.statusCode} ${text.slice(0, 200)}`));
    });
  });
  sent.on('error', unreachable);
  sent.on('timeout', () => sent.destroy(new Error(`Chroma was silent for ${LIMIT_MS} ms`)));
  sent.end(body);
  return promise;
}

/**
 * The records of a collection, or of those `among` it, nearest to a vector, best first, by Chroma's own API (v2). Its client takes 0.7 ms of
 * CPU more for the same. Throws {@link ChromaConnectionError} where the connection fails.
 */
export async function nearestRecords(
  url: string,
  collection: Collection,
  { vector, k, among }: { vector: number[]; k: number; among?: string[] },
): Promise<Scored[]> {
  const asked = { query_embeddings: [vector], n_results: k, include: ['distances'], ...(among && { ids: among }) };
  const body = JSON.stringify(asked);
  const answer = await post(new URL(`${collectionPath(collection)}/query`, url), body);
  const { ids, distances } = foundSchema.parse(JSON.parse(answer));
  return (ids[0] ?? []).map((id, i) => ({ id, score: 1 - (distances[0]?.[i] ?? 1) }));
}
