/** `npm run train`: cross-validates, calibrates and writes understanding/model from data/intents. Deterministic; under a minute. */
import { createConceptFinder } from './concepts.ts';
import { hashIntentData, loadIntents } from './intents.ts';
import { loadLexicon } from './lexicon.ts';
import { type ModelCard, writeModel } from './model-file.ts';
import { chooseThreshold, fitTemperature, predict } from './training/calibrate.ts';
import { crossValidate, type TrainingSetup, trainOn } from './training/cross-validate.ts';
import { collectUtterances } from './training/expand.ts';
import { quantise } from './training/quantise.ts';
import { reportMetrics } from './training/report.ts';

const FOLDS = 4;
/** 48,000 rows of 50 bytes and a bucket keep the model under 3 MB. */
const ROWS_KEPT = 48_000;
/** Of the right answers at most this share may be turned into a question back. */
const REJECTED_SHARE = 0.03;

const started = performance.now();
const { intents, routeOf } = loadIntents();
const lexicon = loadLexicon();
const utterances = collectUtterances(intents);
const ids = intents.map((intent) => intent.id);
const setup: TrainingSetup = {
  intents: ids,
  lexicon,
  concepts: createConceptFinder(lexicon.concepts),
  variants: 4,
  fit: { classes: ids.length, epochs: 5, l2: 1e-5, learningRate: 0.5, seed: 20261105 },
};

const heldOut = crossValidate(utterances, FOLDS, setup);
const temperature = fitTemperature(heldOut);
const predictions = predict(heldOut, temperature);
const threshold = chooseThreshold(predictions, REJECTED_SHARE);
const report = reportMetrics(predictions, { intents: ids, routeOf, folds: FOLDS, threshold });

const model = trainOn(utterances, setup);
const small = quantise(model, ROWS_KEPT);
const card: ModelCard = {
  format: 1,
  dataHash: hashIntentData(),
  intents: ids,
  rows: small.buckets.length,
  temperature,
  threshold,
  ...report,
};
writeModel({ card, ...small, bias: model.bias });

const seconds = ((performance.now() - started) / 1000).toFixed(1);
process.stdout.write(
  `${JSON.stringify(report.metrics, null, 1)}\n${small.buckets.length} of ${model.buckets.length} features kept; ${seconds} s\n`,
);
