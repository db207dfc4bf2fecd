import { anyOf } from '../text/any-of.ts';
import { pattern } from '../text/pattern.ts';

const LEADS_ON = /and|so|ok|hi|hello|please|can you tell me|tell me|do you know/giu;
const ASKS = anyOf(
  /how (?:much|long|many|often|far|soon|do(?:es)?)|what(?:'?s| is| are| does| do)?/giu,
  /when(?:'?s| is| are| do| does| will)?|where(?:'?s| is| are)?|which/giu,
  /is|are|do|does|did|can|could|will|would/giu,
);
const BEHIND = /is|are|does|do|will|would|the|a|an|your|my|it|i|you|we/giu;

const ASKING = anyOf(
  pattern`^(?:${LEADS_ON}[, ]+)*${ASKS}\b(?: ${BEHIND})*\s*`,
  /\b(?:cost|costs|take|takes|charge|charges)\b/giu,
  /(?:请问|大概|一般)|(?:要|是|收|得)?(?:多少钱?|几[天块]|多久|多长时间|什么价|怎么[收算]费?)|[吗么呢]$/giu,
  /[?？。.!]+$/giu,
);

/** What a question is about, without its asking words: "how much is delivery" is about delivery. */
export const topicOf = (question: string): string => question.trim().replace(ASKING, ' ').replace(/\s+/g, ' ').trim();
