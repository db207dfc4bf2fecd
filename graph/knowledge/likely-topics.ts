import { ASK_THRESHOLD } from '../../knowledge/retrieval/evidence.ts';
import type { Hit } from '../../knowledge/types.ts';
import type { Language } from '../../stores/schema.ts';
import { phrasesIn } from '../phrases/phrases.ts';

const MOST = 3;
/** A hit this far below the best one is another matter. */
const NEAR = 0.5;

/** What a passage is about, in words that a customer can send: a FAQ's question, or the section of a document. */
function topicOf({ kind, title, heading }: Hit, language: Language): string {
  if (kind === 'faq') return title;
  const section = heading?.split(' › ').at(-1);
  return section && section !== title ? phrasesIn(language).aboutSection(section, title) : title;
}

/**
 * What the customer may have meant when no passage surely answers but some come near: up to three topics to choose
 * from, best first; none when nothing does. Only passages in the customer's language, whose words they can send.
 */
export function likelyTopics(hits: Hit[], language: Language): string[] {
  const best = Math.max(0, ...hits.map((hit) => hit.evidence));
  if (best < ASK_THRESHOLD) return [];
  const near = hits.filter((hit) => hit.language === language && hit.evidence >= best * NEAR);
  return [...new Set(near.map((hit) => topicOf(hit, language)))].slice(0, MOST);
}
