import { createConceptFinder } from '../concepts.ts';
import type { Lexicon } from '../lexicon.ts';
import type { IntentModel } from '../model-file.ts';
import { type TrainingSetup, trainOn } from './cross-validate.ts';
import type { Utterance } from './expand.ts';
import type { LinearModel } from './fit.ts';
import { ROWS_KEPT } from './fit-intents.ts';
import { quantise } from './quantise.ts';

const EPOCHS = 2;

export interface ContinueInput {
  /** The model to go on from; its intents stay as they are. */
  from: IntentModel;
  /** All examples, those that it knows with those that are new: it would forget what it is no longer shown. */
  utterances: readonly Utterance[];
  lexicon: Lexicon;
  /** Kept in the model's card: what it was trained on. */
  dataHash: string;
  /** How much is done, 0 to 1. */
  onProgress?: (share: number) => void;
}

/**
 * Teaches a trained model more examples. What they don't touch is answered as before, which training anew would not
 * promise; calibration is that of the model gone on from. Pure and deterministic; some seconds of work.
 */
export function continueModel(input: ContinueInput): IntentModel {
  const { from, utterances, lexicon, dataHash, onProgress } = input;
  const ids = from.card.intents;
  const setup: TrainingSetup = {
    intents: ids,
    lexicon,
    concepts: createConceptFinder(lexicon.concepts),
    variants: 3,
    fit: {
      classes: ids.length,
      epochs: EPOCHS,
      l2: 1e-5,
      learningRate: 0.3,
      dropout: 0.3,
      seed: 20261128,
      start: dequantise(from),
      onEpoch: (done) => onProgress?.(done / EPOCHS),
    },
  };
  const known = new Set(ids);
  const model = trainOn(
    utterances.filter(({ intent }) => known.has(intent)),
    setup,
  );
  const small = quantise(model, ROWS_KEPT);
  return { card: { ...from.card, dataHash, rows: small.buckets.length }, ...small, bias: model.bias };
}

function dequantise({ card, buckets, scales, bytes, bias }: IntentModel): LinearModel {
  const classes = card.intents.length;
  const weights = Float32Array.from(bytes, (byte, at) => byte * (scales[Math.floor(at / classes)] ?? 0));
  return { classes, buckets, weights, bias };
}
