import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Features } from './features.ts';

const weights = z.object({
  ownCoverage: z.number(),
  ownWindow: z.number(),
  ownMissing: z.number(),
  length: z.number(),
  breadth: z.number(),
  heaviest: z.number(),
  coverage: z.number(),
  window: z.number(),
  sentence: z.number(),
  mass: z.number(),
  title: z.number(),
  question: z.number(),
  missing: z.number(),
  unknown: z.number(),
  missingExact: z.number(),
  corpus: z.number(),
  sameLanguage: z.number(),
  foreign: z.number(),
  untyped: z.number(),
  lexical: z.number(),
  vector: z.number(),
}) satisfies z.ZodType<Record<keyof Features, number>>;

/** Fitted by evals/retrieval/fit-evidence.ts on answerable and unanswerable questions of several shops. */
const modelSchema = z.object({
  threshold: z.number().min(0).max(1),
  ask: z.number().min(0).max(1),
  evidence: z.object({ bias: z.number(), weights }),
  rerank: z.object({ weights }),
});

const model = modelSchema.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'evidence-model.json'), 'utf8')));

/** At or above this evidence the passages are taken to answer the question. */
export const EVIDENCE_THRESHOLD = model.threshold;

/** From here up to the threshold the passages come near: the customer is asked which of them was meant. */
export const ASK_THRESHOLD = model.ask;

function dot(by: Record<keyof Features, number>, features: Features): number {
  let sum = 0;
  for (const [name, weight] of Object.entries(by)) sum += weight * features[name as keyof Features];
  return sum;
}

/** Calibrated probability that a passage with these features answers the question. */
export function evidenceOf(features: Features): number {
  const { bias, weights } = model.evidence;
  return 1 / (1 + Math.exp(-(bias + dot(weights, features))));
}

/** Order of the passages of one query; higher is better. */
export const rerankScore = (features: Features): number => dot(model.rerank.weights, features);

/** What each feature adds to the rerank score and to the evidence's log-odds, which begin at `bias`. */
export const contributions = (features: Features) => ({
  bias: model.evidence.bias,
  features: Object.entries(features).map(([name, value]: [string, number]) => ({
    name,
    value,
    rerank: value * model.rerank.weights[name as keyof Features],
    evidence: value * model.evidence.weights[name as keyof Features],
  })),
});
