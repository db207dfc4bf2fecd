import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

export const MODEL_DIR = new URL('./model/', import.meta.url);

/** The model's readable half, `intents.json`; the weights are beside it in `intents.bin`. */
export const modelCardSchema = z.object({
  /** Raised when the features or the file change: an older model would be read wrongly. */
  format: z.literal(2),
  /** `hashIntentData` of what it was trained on. */
  dataHash: z.string(),
  intents: z.array(z.string()),
  /** Rows in intents.bin, one for each feature bucket kept. */
  rows: z.number().int(),
  /** Softmax temperature that makes the probabilities honest on held-out folds. */
  temperature: z.number().positive(),
  /** Below this probability the intent is not trusted. */
  threshold: z.number(),
  /** From this probability of being no business of a shop's on, the best intent is not trusted either. */
  doubtAbove: z.number(),
  metrics: z.object({
    folds: z.number(),
    utterances: z.number(),
    accuracy: z.number(),
    routeAccuracy: z.number(),
    zhAccuracy: z.number(),
    enAccuracy: z.number(),
    /** Expected calibration error over ten bins. */
    calibrationError: z.number(),
    /** Of what is not out of scope, the share below the threshold; and the share of errors it catches. */
    rejected: z.number(),
    errorsCaught: z.number(),
  }),
  perIntent: z.record(z.string(), z.object({ count: z.number(), precision: z.number(), recall: z.number() })),
  /** Held-out mistakes: expected → said → how often. */
  confusion: z.record(z.string(), z.record(z.string(), z.number())),
});
export type ModelCard = z.infer<typeof modelCardSchema>;

/** Weights as signed bytes with one scale for each row: 53 bytes a feature instead of 180. */
export interface IntentModel {
  card: ModelCard;
  buckets: Uint32Array;
  scales: Float32Array;
  bytes: Int8Array;
  bias: Float32Array;
}

/** Little-endian: buckets u32[rows], scales f32[rows], bias f32[classes], weights i8[rows × classes]. */
export function encodeWeights(model: IntentModel): Buffer {
  const parts = [model.buckets, model.scales, model.bias, model.bytes];
  return Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
}

/** A model of its card and of what {@link encodeWeights} gave; throws when they don't fit each other or this program. */
export function decodeModel(storedCard: unknown, weights: Uint8Array): IntentModel {
  const card = modelCardSchema.parse(storedCard);
  const { rows } = card;
  const classes = card.intents.length;
  const expected = rows * 8 + classes * 4 + rows * classes;
  if (weights.byteLength !== expected)
    throw new Error(`The model's weights have ${weights.byteLength} bytes instead of ${expected}: run npm run train`);
  // A copy starts at offset 0, which the typed views below need.
  const buffer = new Uint8Array(weights).buffer;
  return {
    card,
    buckets: new Uint32Array(buffer, 0, rows),
    scales: new Float32Array(buffer, rows * 4, rows),
    bias: new Float32Array(buffer, rows * 8, classes),
    bytes: new Int8Array(buffer, rows * 8 + classes * 4, rows * classes),
  };
}

/** Writes the two files of the shipped model. */
export function writeModel(model: IntentModel, dir: URL = MODEL_DIR): void {
  writeFileSync(new URL('intents.json', dir), `${JSON.stringify(model.card, null, 1)}\n`);
  writeFileSync(new URL('intents.bin', dir), encodeWeights(model));
}

/** Reads the trained model; throws when a file is missing or doesn't fit. About 5 ms. */
export function loadModel(dir: URL = MODEL_DIR): IntentModel {
  const card: unknown = JSON.parse(readFileSync(new URL('intents.json', dir), 'utf8'));
  return decodeModel(card, readFileSync(new URL('intents.bin', dir)));
}
