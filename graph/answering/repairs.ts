import { EVIDENCE_THRESHOLD } from '../../knowledge/retrieval/evidence.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import { isStillBroken } from '../../understanding/still-broken.ts';
import type { BranchReply } from '../branch.ts';
import { writeExtract } from '../engines/extract.ts';
import { inOwnLanguage } from '../knowledge/own-language.ts';
import { writtenSearch } from '../knowledge/written-search.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import type { Question } from './question.ts';

const HOW_TO_REPAIR = { zh: '怎么报修', en: 'How do I get a repair?' };

/** What the shop says of repairs; undefined where it says nothing. */
async function howToRepair({ retriever, language, scope }: Question) {
  const question = HOW_TO_REPAIR[language];
  const { hits, evidence } = await retriever.search(writtenSearch(question, language), scope.signal);
  return evidence >= EVIDENCE_THRESHOLD ? { question, hits: inOwnLanguage(hits, language), language } : undefined;
}

/** After advice that has not helped: how the shop repairs, and a person. */
export async function afterVainAdvice(question: Question): Promise<BranchReply | undefined> {
  const { task, request, language } = question;
  if (request.intent !== 'troubleshooting' || !isStillBroken(normaliseText(task.request.text))) return undefined;
  const repair = await howToRepair(question);
  const told = repair ? writeExtract(repair) : { pieces: [], citations: [] };
  const phrases = phrasesIn(language);
  return {
    text: [phrases.adviceInVain, told.pieces.join(''), phrases.offerHuman].filter(Boolean).join('\n'),
    citations: told.citations,
    quickReplies: [phrases.talkToHuman],
    dialogue: { offeredHuman: true },
  };
}

/** A fault that no page knows: the way to a repair is one tap away. */
export async function withRepair(reply: BranchReply, question: Question): Promise<BranchReply> {
  const repair = question.request.intent === 'troubleshooting' ? await howToRepair(question) : undefined;
  return repair ? { ...reply, quickReplies: [repair.question, ...(reply.quickReplies ?? [])] } : reply;
}
