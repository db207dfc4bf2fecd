import { EVIDENCE_THRESHOLD } from '../../../knowledge/retrieval/evidence.ts';
import type { Language } from '../../../stores/schema.ts';
import { ellipticalTopic, isBareQuestion, isReference } from '../../../understanding/follow-up.ts';
import { normaliseText } from '../../../understanding/normalise.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import type { Dialogue } from '../../dialogue.ts';
import { isShort } from '../../repair/waiting/fills-slot.ts';
import { asksHours } from '../topics/hours-asked.ts';
import { askedPart } from './asked-part.ts';
import { standaloneQuestion } from './standalone-question.ts';

/** How much better another reading must be than the likeliest one. */
const CLEARLY = 0.1;
const PRONOUN = /它|这款|那款|这个|那个|\b(?:it|its|that one|this one)\b/i;
/** Words that stand for something said before, or ask for one of several. */
const LEANS = new RegExp(
  `${PRONOUN.source}|哪|什么|多少|怎么|几|谁|\\b(?:which|what|who|how|when|where|one|ones)\\b`,
  'i',
);
/** What a question is about that is asked while a change waits. */
const TOPICS: Readonly<Record<string, Record<Language, string>>> = {
  return_request: { zh: '退货', en: 'return' },
  exchange_request: { zh: '换货', en: 'exchange' },
  cancel_order: { zh: '取消订单', en: 'cancel an order' },
  invoice_request: { zh: '发票', en: 'invoice' },
};

interface Asked {
  request: UnderstoodRequest;
  dialogue: Dialogue;
  language: Language;
  /** The one product that is being talked about. */
  productName: string | undefined;
  /** How surely documents answer a question, 0..1. */
  evidenceOf: (question: string) => Promise<number>;
}

/**
 * The question as documents are to be searched for it. Mostly the words decide; where two readings are open ("and tyre
 * pressure": a topic of its own, or of the last question?) the one that the documents clearly answer better.
 */
export async function questionMeant(asked: Asked): Promise<string> {
  const ofChange = afterChange(asked);
  if (ofChange !== undefined) return ofChange;
  const said = askedPart(standaloneQuestion(asked.request, asked.dialogue));
  const question = ofDelivery(said);
  // A sheet of zones and days may have no word of delivery in it.
  const other = question === said ? otherReading(asked, question) : said;
  if (other === undefined) return question;
  const [likely, less] = await Promise.all([asked.evidenceOf(question), asked.evidenceOf(other)]);
  return less >= EVIDENCE_THRESHOLD - CLEARLY && less > likely + CLEARLY ? other : question;
}

/** "How long does that take?" right after an exchange was put or registered. */
function afterChange({ request, dialogue, language }: Asked): string | undefined {
  const topic = dialogue.lastRoute === 'order' ? TOPICS[dialogue.lastIntent ?? '']?.[language] : undefined;
  return topic && isBareQuestion(normaliseText(request.text)) ? `${topic} ${request.text}` : undefined;
}

/** "How many days to Chengdu?" asks for delivery, not for a store's pick-up. */
const ofDelivery = (text: string): string =>
  text
    .replace(/^how (many days|long)(?: is it| does it take)? to (?=[A-Z])/i, 'how $1 does delivery take to ')
    .replace(/^(?:寄|发)?到(?=[\p{Script=Han}]{2,6}(?:大概|大约)?(?:要)?(?:几天|多久))/u, '配送到');

function otherReading({ request, dialogue, language, productName }: Asked, question: string): string | undefined {
  const { text, slots } = request;
  const normalised = normaliseText(text);
  if (question !== text) {
    // "What about Saturday?" after the hours asks for the hours, whatever else speaks of that day.
    if (asksHours({ intent: request.intent, text: question })) return undefined;
    const topic = ellipticalTopic(normalised);
    const own = topic !== undefined && !isReference(topic) && !isBareQuestion(normalised) && !LEANS.test(normalised);
    return own ? text : undefined;
  }
  const names = slots.products.length + slots.categories.length > 0;
  if (productName && !names && PRONOUN.test(normalised)) return `${text} ${productName}`;
  const topic = dialogue.open ? TOPICS[dialogue.open.intent]?.[language] : undefined;
  return topic && isShort(text) && !normalised.includes(topic) ? `${topic} ${text}` : undefined;
}
