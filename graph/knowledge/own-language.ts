import type { Hit } from '../../knowledge/types.ts';
import type { Language } from '../../stores/schema.ts';

/** FAQs that stand in both languages are quoted in the customer's, in the place of whichever was found first. */
export function inOwnLanguage(hits: Hit[], language: Language): Hit[] {
  const taken = new Set<string>();
  return hits.flatMap((hit) => {
    if (taken.has(hit.id)) return [];
    const own =
      hit.kind === 'faq' && hit.language !== language
        ? hits.find((one) => one.documentId === hit.documentId && one.language === language && !taken.has(one.id))
        : undefined;
    const shown = own ? { ...own, evidence: Math.max(own.evidence, hit.evidence), score: hit.score } : hit;
    taken.add(hit.id).add(shown.id);
    return [shown];
  });
}
