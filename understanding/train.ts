/** `npm run train`: cross-validates, calibrates and writes understanding/model from data/intents. Deterministic; under a minute. */
import { hashIntentData, loadIntents } from './intents.ts';
import { loadLexicon } from './lexicon.ts';
import { writeModel } from './model-file.ts';
import { collectUtterances } from './training/expand.ts';
import { fitIntents } from './training/fit-intents.ts';

const FOLDS = 3;

const started = performance.now();
const catalogue = loadIntents();
const model = fitIntents({
  utterances: collectUtterances(catalogue.intents),
  catalogue,
  lexicon: loadLexicon(),
  dataHash: hashIntentData(),
  folds: FOLDS,
});
writeModel(model);

const seconds = ((performance.now() - started) / 1000).toFixed(1);
process.stdout.write(
  `${JSON.stringify(model.card.metrics, null, 1)}\n${model.card.rows} features kept; ${seconds} s\n`,
);
