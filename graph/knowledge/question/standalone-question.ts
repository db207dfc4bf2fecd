import { anyOf } from '../../../text/any-of.ts';
import { isBareQuestion, tellsMeasure } from '../../../understanding/follow-up.ts';
import { normaliseText } from '../../../understanding/normalise.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import type { Dialogue } from '../../dialogue.ts';

/** Han characters, or words, below which a question may lean on the one before it. */
const SHORT_HAN = 9;
const SHORT_WORDS = 6;
const LONGER_WORDS = 10;
const OWN_TOPIC = 0.7;
/** Of the same intent as the question before, it names a topic only where its own words are this sure. */
const SURE_TOPIC = 0.95;

const LEANS = anyOf(
  /^(那|那么|那麼|这个|這個|它|还有|還有|另外|如果是|换成|and|what about|how about|then|is it|does it|can it|for that|that one|it)\b/iu,
  /^(那|那么|这个|它|还有)|(呢)[？?]?$/iu,
  /\b(it|that|this one|them|they)\b/iu,
);

const BEGINS = /^(?:and |so |but )?(?:is|are|does|do|can|will) (?:it|they|that|this)\b/iu;

/** Whether the rule just told holds for something else: its topic is that rule, whatever is named. */
const APPLIES = anyOf(
  /\b(?:does|do|is|are|would|will) (?:that|this|it|the same|they|these|those)\b.{0,20}\b(?:apply|applies|appl|include|count|cover|go|hold|valid|true)\w*\b/iu,
  /(?:这个?|那个?|也|同样)(?:规定|政策|规则|条件)?.{0,6}(?:适用|算|包括|包含)/iu,
  /.{1,16}也(?:是|能|可以)?(?:这样|一样|适用|如此)(?:吗|么|嘛)?[?？]?$/iu,
);

/** What is done, in a question of how to do it: "how do I clean" the tent, 帐篷 "怎么清洗". */
const DOING = anyOf(
  /\bhow (?:(?:do|can|should|would|must) (?:i|you|we|one)|to) [a-z]+(?: up| down| out| off)?\b/iu,
  /(?:应该?|要|得)?(?:怎么|如何|怎样)(?:做|办|样)?[^，,。?？]*/iu,
);

/** "And how do I store it" after "how do I clean the tent" is of the tent, not of cleaning. */
const lastTopic = (last: string, text: string): string => {
  const thing = DOING.test(text) ? last.replace(DOING, ' ').replace(/[?？]/g, ' ').replace(/\s+/g, ' ').trim() : '';
  return thing === '' ? last : thing;
};

/** A follow-up ("那运费呢", "and how long does it take?") joined with the question it leans on; others as they are. */
export function standaloneQuestion(request: UnderstoodRequest, dialogue: Dialogue): string {
  const { text } = request;
  if (!dialogue.lastQuestion) return text;
  const bare = isBareQuestion(normaliseText(text));
  // What found no answer lends its topic to a question word alone, not to another topic.
  if (dialogue.lastRoute !== 'knowledge' && !(dialogue.lastRoute === 'decline' && bare)) return text;
  if (dialogue.lastRoute === 'knowledge' && APPLIES.test(text)) return `${dialogue.lastQuestion} ${text}`;
  // "那运费呢" after a question about a promotion names a topic of its own; so it may after one about dispatch.
  const apart = request.intent === dialogue.lastIntent ? SURE_TOPIC : OWN_TOPIC;
  if (request.confidence >= apart && !bare) return text;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[a-z0-9]+/giu)?.length ?? 0;
  const short = han > 0 ? han <= SHORT_HAN : words <= SHORT_WORDS;
  const names = request.slots.products.length > 0 || request.slots.categories.length > 0;
  // "Is it free for my 12 year old" begins with what it leans on.
  const begins = BEGINS.test(text.trim()) && words <= LONGER_WORDS;
  const leans = bare || LEANS.test(text.trim()) || tellsMeasure(normaliseText(text));
  return (short || begins) && leans && !names
    ? `${bare ? dialogue.lastQuestion : lastTopic(dialogue.lastQuestion, text)} ${text}`
    : text;
}
