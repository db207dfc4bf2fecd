import type { HistoryLine } from '../../graph/engines/engine.ts';
import type { DialogueContext } from '../../understanding/types.ts';
import type { Verdict } from './compare.ts';

export interface PredictorInput {
  text: string;
  dialogue: DialogueContext;
  history: HistoryLine[];
}

/** A model as a judge of messages: the intent of the first request, and how sure it is. May reject. */
export type Predictor = (input: PredictorInput) => Verdict | Promise<Verdict>;
