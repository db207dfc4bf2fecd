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

/** After advice that has not helped: how the shop repairs, and a person. */
export async function afterVainAdvice(question: Question): Promise<BranchReply | undefined> {
  const { task, request, retriever, language, scope } = question;
  if (request.intent !== 'troubleshooting' || !isStillBroken(normaliseText(task.request.text))) return undefined;
  const asked = HOW_TO_REPAIR[language];
  const { hits, evidence } = await retriever.search(writtenSearch(asked, language), scope.signal);
  const told =
    evidence >= EVIDENCE_THRESHOLD
      ? writeExtract({ question: asked, hits: inOwnLanguage(hits, language), language })
      : { pieces: [], citations: [] };
  const phrases = phrasesIn(language);
  return {
    text: [phrases.adviceInVain, told.pieces.join(''), phrases.offerHuman].filter(Boolean).join('\n'),
    citations: told.citations,
    quickReplies: [phrases.talkToHuman],
    dialogue: { offeredHuman: true },
  };
}
