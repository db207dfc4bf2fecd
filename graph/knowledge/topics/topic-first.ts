import { questionOf } from '../../../knowledge/retrieval/question-of.ts';
import type { Hit } from '../../../knowledge/types.ts';

/** What a page says of a topic, by the intents that are of one. */
const TOPICS: Readonly<Record<string, RegExp>> = {
  return_policy: /退|寄回|\b(?:returns?|returned|send (?:\w+ )?back|refund\w*)\b/i,
  refund_policy: /退款|退回|到账|\b(?:refund\w*|money back|reimburs\w*)\b/i,
  exchange_policy: /换|\b(?:exchang\w*|swap\w*|replac\w*)\b/i,
  warranty_question: /保修|质保|维修|报修|三包|\b(?:warrant\w*|guarante\w*|repair\w*|cover\w*)\b/i,
  damaged_or_wrong_item:
    /破|损|坏|发错|少件|漏发|补发|缺件|\b(?:damaged?|broken|faulty|wrong|missing|incomplete|defect\w*)\b/i,
  invoice_question: /发票|抬头|税|\b(?:invoices?|receipts?|vat|tax)\b/i,
};
/** A page of the topic with this share of the first one's evidence comes before one that is not. */
const SHARE = 0.5;
const SURE = 0.75;

/**
 * The passages with one of the topic first, where a question is surely of one and what shares most words with it is
 * not: "can I return a bike that I have ridden" is no matter of what to oil after a ride.
 */
export function topicFirst(hits: Hit[], { intent, confidence }: { intent: string; confidence: number }): Hit[] {
  const topic = TOPICS[intent];
  const [top] = hits;
  if (!topic || !top || confidence < SURE || isOf(topic, top)) return hits;
  const better = hits.find((hit) => isOf(topic, hit) && hit.kind !== 'product' && hit.evidence >= SHARE * top.evidence);
  return better ? [better, ...hits.filter((hit) => hit !== better)] : hits;
}

const isOf = (topic: RegExp, { kind, title, heading, text }: Hit): boolean =>
  topic.test(text) || topic.test(questionOf({ kind, title, heading }) ?? heading ?? '');
