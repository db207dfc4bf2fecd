import type { ConceptFinder } from '../concepts.ts';
import { extractFeatures } from '../features.ts';
import type { Lexicon } from '../lexicon.ts';
import { fillSlots, isTemplate, roughen, type Utterance } from './expand.ts';
import { addScores, type FitOptions, fitLinearModel, type LinearModel, type TrainingRow } from './fit.ts';
import { createRandom } from './random.ts';

/** A template is worth this many written utterances. */
const TEMPLATE_SHARE = 3;

export interface TrainingSetup {
  intents: readonly string[];
  lexicon: Lexicon;
  concepts: ConceptFinder;
  /** Rough variants of each utterance beside the written one. */
  variants: number;
  fit: FitOptions;
}

/** An utterance that the model had not seen, with its raw class scores. */
export interface HeldOutRow {
  utterance: Utterance;
  label: number;
  scores: Float64Array;
}

/** Every utterance as training rows: as written, and in rough variants. */
function trainingRows(utterances: readonly Utterance[], setup: TrainingSetup): TrainingRow[] {
  const { intents, lexicon, concepts, variants, fit } = setup;
  const labelOf = new Map(intents.map((id, index) => [id, index]));
  const random = createRandom(fit.seed);
  const rows: TrainingRow[] = [];
  for (const utterance of utterances) {
    const label = labelOf.get(utterance.intent) ?? 0;
    const texts = new Set([fillSlots(utterance, lexicon, random)]);
    const template = isTemplate(utterance);
    for (let i = 0; i < variants * (template ? TEMPLATE_SHARE : 1) * (utterance.weight ?? 1); i++)
      texts.add(roughen(utterance, lexicon, random));
    for (const text of texts) rows.push({ features: extractFeatures(text, concepts), label });
  }
  return rows;
}

/** Trains on the utterances and their variants. */
export const trainOn = (utterances: readonly Utterance[], setup: TrainingSetup): LinearModel =>
  fitLinearModel(trainingRows(utterances, setup), setup.fit);

/** Scores every utterance by a model that saw neither it nor its variants. */
export function crossValidate(utterances: readonly Utterance[], folds: number, setup: TrainingSetup): HeldOutRow[] {
  const random = createRandom(setup.fit.seed + 1);
  const labelOf = new Map(setup.intents.map((id, index) => [id, index]));
  const foldOf = utterances.map(() => random.below(folds));
  const out: HeldOutRow[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const model = trainOn(
      utterances.filter((_, i) => foldOf[i] !== fold),
      setup,
    );
    const rowOf = new Map([...model.buckets].map((bucket, row) => [bucket, row]));
    for (const [i, utterance] of utterances.entries()) {
      if (foldOf[i] !== fold) continue;
      const features = extractFeatures(fillSlots(utterance, setup.lexicon, random), setup.concepts);
      const rows: number[] = [];
      const values: number[] = [];
      features.buckets.forEach((bucket, f) => {
        const row = rowOf.get(bucket);
        if (row === undefined) return;
        rows.push(row);
        values.push(features.weights[f] ?? 0);
      });
      const scores = Float64Array.from(model.bias);
      addScores(scores, model.weights, rows, values);
      out.push({ utterance, label: labelOf.get(utterance.intent) ?? 0, scores });
    }
  }
  return out;
}
