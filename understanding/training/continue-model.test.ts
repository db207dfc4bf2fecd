import { describe, expect, it } from 'vitest';
import { createIntentClassifier } from '../classifier.ts';
import { createConceptFinder } from '../concepts.ts';
import { loadIntents } from '../intents.ts';
import { loadLexicon } from '../lexicon.ts';
import { loadModel } from '../model-file.ts';
import { continueModel } from './continue-model.ts';
import { collectUtterances, type Utterance } from './expand.ts';

const from = loadModel();
const lexicon = loadLexicon();
const concepts = createConceptFinder(lexicon.concepts);
const fresh = ['打卡返现怎么参加', '晒图返现还有名额吗', '打卡返现多久到账', '晒图返现的截图发哪'].map(
  (text): Utterance => ({ text, intent: 'promotion_question', language: 'zh', weight: 3 }),
);
const known = collectUtterances(loadIntents().intents).filter((_, at) => at % 30 === 0);
const utterances = [...known, ...fresh];

describe('continueModel', () => {
  const model = continueModel({ from, utterances, lexicon, dataHash: 'h' });
  const classify = (text: string) => createIntentClassifier(model, concepts).classify(text)[0];

  it('learns what is new', () => {
    expect(classify('请问打卡返现怎么参加呀')?.intent).toBe('promotion_question');
  });

  it('keeps intents and calibration, and names the data', () => {
    expect(model.card).toMatchObject({ intents: from.card.intents, temperature: from.card.temperature, dataHash: 'h' });
  });

  it('gives the same bytes for the same input', () => {
    expect(continueModel({ from, utterances, lexicon, dataHash: 'h' }).bytes).toEqual(model.bytes);
  });
});
