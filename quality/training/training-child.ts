/** A process of its own for training and comparing: it can be stopped at once, and takes its memory with it. */
import { setPriority } from 'node:os';
import { loadIntents } from '../../understanding/intents.ts';
import { loadLexicon } from '../../understanding/lexicon.ts';
import { decodeModel, encodeWeights, type IntentModel } from '../../understanding/model-file.ts';
import { fitIntents } from '../../understanding/training/fit-intents.ts';
import { compareVerdicts } from '../models/compare.ts';
import type { ChildReply, ChildWork, EncodedModel } from './child-messages.ts';
import { toUtterances } from './to-utterances.ts';
import { verdictsOf } from './verdicts.ts';

/** Calibrated on a quarter of the data alone, which takes half the time of `npm run train`. */
const FOLDS = { folds: 4, only: 1 };
/** Below the web's own work. */
const NICE = 10;

const send = (reply: ChildReply): Promise<void> =>
  new Promise((resolve) => {
    if (process.send) process.send(reply, () => resolve());
    else resolve();
  });
const decode = ({ card, weights }: EncodedModel): IntentModel => decodeModel(card, weights);

async function work(order: ChildWork): Promise<void> {
  const { current, cases, shop, against } = order;
  let candidate: IntentModel;
  if (order.type === 'train') {
    await send({ type: 'progress', step: 'train', share: 0 });
    candidate = fitIntents({
      utterances: toUtterances(order.rows),
      catalogue: loadIntents(),
      lexicon: loadLexicon(),
      dataHash: order.dataHash,
      ...FOLDS,
      onProgress: (share) => void send({ type: 'progress', step: 'train', share }),
    });
    await send({ type: 'model', model: { card: candidate.card, weights: encodeWeights(candidate) } });
  } else candidate = decode(order.candidate);
  await send({ type: 'progress', step: 'compare', share: 0 });
  const texts = cases.map(({ text }) => text);
  const before = verdictsOf(decode(current), texts, shop);
  await send({ type: 'progress', step: 'compare', share: 0.5 });
  const after = verdictsOf(candidate, texts, shop);
  await send({ type: 'compared', comparison: compareVerdicts(cases, { current: before, candidate: after }, against) });
}

setPriority(NICE);
// Whoever started it is gone: nobody wants the result.
process.once('disconnect', () => process.exit(0));
process.once('message', (order: ChildWork) => {
  work(order).then(
    () => process.disconnect(),
    async (error: unknown) => {
      await send({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
      process.exit(1);
    },
  );
});
