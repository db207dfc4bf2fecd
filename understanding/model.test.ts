import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hashIntentData, loadIntents } from './intents.ts';
import { loadModel, MODEL_DIR } from './model-file.ts';

test('the model was trained on data/intents as it is now', () => {
  const { card } = loadModel();
  expect(card.dataHash, 'data/intents has changed since the model was trained: run npm run train').toBe(
    hashIntentData(),
  );
  expect(card.intents).toEqual(loadIntents().intents.map(({ id }) => id));
});

test('the model is small', () => {
  expect(statSync(new URL('intents.bin', MODEL_DIR)).size).toBeLessThan(5_500_000);
});
