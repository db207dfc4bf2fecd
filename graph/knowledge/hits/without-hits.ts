import type { Hit, SearchResponse } from '../../../knowledge/types.ts';

/** What was found, without the hits that `drop` names: the evidence is that of those that are left. */
export function withoutHits(found: SearchResponse, drop: (hit: Hit) => boolean): SearchResponse {
  const hits = found.hits.filter((hit) => !drop(hit));
  if (hits.length === found.hits.length) return found;
  return { ...found, hits, evidence: Math.max(0, ...hits.map(({ evidence }) => evidence)) };
}
