import type { Hit } from '../../knowledge/types.ts';
import type { BranchReply, BranchTask } from '../branch.ts';
import { likelyTopics } from '../knowledge/likely-topics.ts';
import { phrasesIn } from '../phrases/phrases.ts';

/** Letters of a question by which what was asked in vain is grouped. */
const TOPIC_LENGTH = 200;

/** Says that there is no sure answer, offers a person and, where passages come near, what may have been meant. */
export function withoutEvidence({ language, request }: BranchTask, question: string, hits: Hit[]): BranchReply {
  const phrases = phrasesIn(language);
  const topics = likelyTopics(hits, language);
  return {
    text: topics.length > 0 ? phrases.perhapsMeant : phrases.noEvidence,
    route: 'decline',
    quickReplies: [...topics, phrases.talkToHuman],
    unanswered: {
      question: request.text,
      topic: question
        .toLowerCase()
        .replace(/[\p{P}\p{S}\s]+/gu, ' ')
        .trim()
        .slice(0, TOPIC_LENGTH),
    },
    dialogue: { offeredHuman: true, lastQuestion: question },
  };
}
