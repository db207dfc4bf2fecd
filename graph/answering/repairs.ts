import { EVIDENCE_THRESHOLD } from '../../knowledge/retrieval/evidence.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import { isStillBroken } from '../../understanding/rules/still-broken.ts';
import type { BranchReply } from '../branch.ts';
import { writeExtract } from '../engines/extract.ts';
import { inOwnLanguage } from '../knowledge/hits/own-language.ts';
import { isBareFault } from '../knowledge/question/bare-fault.ts';
import { writtenSearch } from '../knowledge/written-search.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import { namesOfMentioned } from '../products/meant/names-of.ts';
import type { Question } from './question.ts';

const HOW_TO_REPAIR = { zh: '怎么报修', en: 'How do I get a repair?' };

/** What the shop says of repairs; undefined where it says nothing. */
async function howToRepair({ retriever, language, scope }: Question) {
  const question = HOW_TO_REPAIR[language];
  const { hits, evidence } = await retriever.search(writtenSearch(question, language), scope.signal);
  return evidence >= EVIDENCE_THRESHOLD ? { question, hits: inOwnLanguage(hits, language), language } : undefined;
}

/** How the shop repairs, and a person: after advice that has not helped, and of a thing that "is broken" in no further words. */
export async function wayToRepair(question: Question): Promise<BranchReply | undefined> {
  const { task, request, language } = question;
  if (request.intent !== 'troubleshooting') return undefined;
  const inVain = isStillBroken(normaliseText(task.request.text));
  if (!inVain && !(await saysOnlyBroken(question))) return undefined;
  const repair = await howToRepair(question);
  if (!inVain && !repair) return undefined;
  const told = repair ? writeExtract(repair) : { pieces: [], citations: [] };
  const phrases = phrasesIn(language);
  const lead = inVain ? phrases.adviceInVain : phrases.broken;
  return {
    text: [lead, told.pieces.join(''), inVain ? phrases.offerHuman : phrases.whichFault].filter(Boolean).join('\n'),
    citations: told.citations,
    quickReplies: [phrases.talkToHuman],
    dialogue: inVain
      ? { offeredHuman: true }
      : { focusProductIds: question.focusProductIds, lastQuestion: request.text },
  };
}

/** "The vacuum I bought last month broke": there is no symptom that a page could help with. */
async function saysOnlyBroken({ products, request, mentioned }: Question): Promise<boolean> {
  if (mentioned.ids.length === 0) return false;
  return isBareFault(request.text, await namesOfMentioned(mentioned.ids, products));
}

/** A fault that no page knows: the way to a repair is one tap away. */
export async function withRepair(reply: BranchReply, question: Question): Promise<BranchReply> {
  const repair = question.request.intent === 'troubleshooting' ? await howToRepair(question) : undefined;
  return repair ? { ...reply, quickReplies: [repair.question, ...(reply.quickReplies ?? [])] } : reply;
}
