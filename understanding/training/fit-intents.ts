import { createConceptFinder } from '../concepts.ts';
import type { IntentCatalogue } from '../intents.ts';
import type { Lexicon } from '../lexicon.ts';
import type { IntentModel } from '../model-file.ts';
import { chooseDoubt, chooseThreshold, fitTemperature, predict } from './calibrate.ts';
import { crossValidate, type TrainingSetup, trainOn } from './cross-validate.ts';
import type { Utterance } from './expand.ts';
import type { FitOptions } from './fit.ts';
import { quantise } from './quantise.ts';
import { reportMetrics } from './report.ts';

/** 90,000 rows of 45 bytes, a scale and a bucket: 4.8 MB. */
export const ROWS_KEPT = 90_000;
/** Of the right answers at most this share may be turned into a question back. */
const REJECTED_SHARE = 0.03;
/** And of what is the shop's business at most this share may be held for something else. */
const DOUBTED_SHARE = 0.105;

/** How the shipped model is fitted. */
export const FIT: Omit<FitOptions, 'classes'> = {
  epochs: 5,
  l2: 1e-5,
  learningRate: 0.5,
  dropout: 0.5,
  seed: 20261105,
};

/** What a model is made from; the same input gives the same bytes. */
export interface FitInput {
  utterances: readonly Utterance[];
  catalogue: IntentCatalogue;
  lexicon: Lexicon;
  /** Kept in the model's card: what it was trained on. */
  dataHash: string;
  /** Parts of the cross-validation that calibrates. */
  folds: number;
}

/** Trains and calibrates an intent model. Pure and deterministic; seconds of work, so not for the web's own thread. */
export function fitIntents(input: FitInput): IntentModel {
  const { utterances, catalogue, lexicon, folds } = input;
  const ids = catalogue.intents.map((intent) => intent.id);
  const setup: TrainingSetup = {
    intents: ids,
    lexicon,
    concepts: createConceptFinder(lexicon.concepts),
    variants: 6,
    fit: { ...FIT, classes: ids.length },
  };
  const heldOut = crossValidate(utterances, folds, setup);
  const temperature = fitTemperature(heldOut);
  const predictions = predict(heldOut, temperature);
  const threshold = chooseThreshold(predictions, REJECTED_SHARE);
  const outside = ids.map((id) => catalogue.routeOf.get(id) === 'decline');
  const doubtAbove = chooseDoubt(predictions, outside, DOUBTED_SHARE);
  const report = reportMetrics(predictions, { intents: ids, routeOf: catalogue.routeOf, folds, threshold });
  const model = trainOn(utterances, setup);
  const small = quantise(model, ROWS_KEPT);
  const card = { format: 2 as const, dataHash: input.dataHash, intents: ids, rows: small.buckets.length };
  return { card: { ...card, temperature, threshold, doubtAbove, ...report }, ...small, bias: model.bias };
}
