import { ellipticalTopic } from '../../understanding/follow-up.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import { isQuestion } from '../../understanding/question.ts';

const MOST_HAN = 8;
const MOST_WORDS = 4;

/** Whether a question is the name of a topic and nothing else ("tyre pressure", 那退货运费呢): all that is said of it is asked. */
export function isTopicAlone(question: string): boolean {
  const normalised = normaliseText(question).replace(/[?？。.!！]+$/, '');
  const topic = ellipticalTopic(normalised) ?? normalised;
  const han = topic.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = topic.match(/[a-z0-9]+/g)?.length ?? 0;
  return han + words > 1 && han <= MOST_HAN && words <= MOST_WORDS && !isQuestion(topic);
}
