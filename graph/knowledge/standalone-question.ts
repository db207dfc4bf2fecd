import { isBareQuestion, tellsMeasure } from '../../understanding/follow-up.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import type { Dialogue } from '../dialogue.ts';

/** Han characters, or words, below which a question may lean on the one before it. */
const SHORT_HAN = 9;
const SHORT_WORDS = 6;
const OWN_TOPIC = 0.7;
/** Of the same intent as the question before, it names a topic only where its own words are this sure. */
const SURE_TOPIC = 0.95;

const LEANS =
  /^(那|那么|那麼|这个|這個|它|还有|還有|另外|如果是|换成|and|what about|how about|then|is it|does it|can it|for that|that one|it)\b|^(那|那么|这个|它|还有)|(呢)[？?]?$|\b(it|that|this one|them|they)\b/iu;

/** A follow-up ("那运费呢", "and how long does it take?") joined with the question it leans on; others as they are. */
export function standaloneQuestion(request: UnderstoodRequest, dialogue: Dialogue): string {
  const { text } = request;
  if (!dialogue.lastQuestion) return text;
  const bare = isBareQuestion(normaliseText(text));
  // What found no answer lends its topic to a question word alone, not to another topic.
  if (dialogue.lastRoute !== 'knowledge' && !(dialogue.lastRoute === 'decline' && bare)) return text;
  // "那运费呢" after a question about a promotion names a topic of its own; so it may after one about dispatch.
  const apart = request.intent === dialogue.lastIntent ? SURE_TOPIC : OWN_TOPIC;
  if (request.confidence >= apart && !bare) return text;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[a-z0-9]+/giu)?.length ?? 0;
  const short = han > 0 ? han <= SHORT_HAN : words <= SHORT_WORDS;
  const names = request.slots.products.length > 0 || request.slots.categories.length > 0;
  const leans = bare || LEANS.test(text.trim()) || tellsMeasure(normaliseText(text));
  return short && leans && !names ? `${dialogue.lastQuestion} ${text}` : text;
}
