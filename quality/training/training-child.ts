/** A process of its own for training and comparing: it can be stopped at once, and takes its memory with it. */
import { setPriority } from 'node:os';
import { loadLexicon } from '../../understanding/lexicon.ts';
import { decodeModel, encodeWeights, type IntentModel, loadModel } from '../../understanding/model-file.ts';
import { continueModel } from '../../understanding/training/continue-model.ts';
import { compareVerdicts } from '../models/compare.ts';
import type { ChildReply, ChildWork, EncodedModel } from './child-messages.ts';
import { toUtterances } from './to-utterances.ts';
import { verdictsOf } from './verdicts.ts';

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
    // Always from the shipped model: what comes of a dataset does not hang on what was promoted before.
    candidate = continueModel({
      from: loadModel(),
      utterances: toUtterances(order.rows),
      lexicon: loadLexicon(),
      dataHash: order.dataHash,
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
