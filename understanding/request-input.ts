import type { IntentClassifier, ScoredIntent } from './classifier.ts';
import type { ConceptFinder } from './concepts.ts';
import type { DialogueContext, Route, Slots } from './types.ts';

/** What deciding on a request needs to know. */
export interface RequestKnowledge {
  classifier: IntentClassifier;
  concepts: ConceptFinder;
  routeOf: ReadonlyMap<string, Route>;
}

export interface RequestInput {
  text: string;
  slots: Slots;
  context: DialogueContext;
  knowledge: RequestKnowledge;
}

/** What a request is taken for, and by how much. */
export interface Verdict extends ScoredIntent {
  /** Where it differs from the intent's own route. */
  route?: Route;
  procedureOf?: string;
}

/** A rule's verdict is as sure as this; rules only speak where they are nearly never wrong. */
export const CERTAIN = 0.98;
/** A rule's verdict is as sure as this where it is seldom wrong. */
export const LIKELY = 0.8;
/** An own topic beats the last one when it is this sure; the name of a thing alone (那加湿器呢) is no topic. */
export const OWN_TOPIC = 0.45;
export const SURE_SMALLTALK = 0.5;
/** Routes that a follow-up goes on with. */
export const INHERITABLE: ReadonlySet<Route> = new Set<Route>(['knowledge', 'order', 'recommend']);
