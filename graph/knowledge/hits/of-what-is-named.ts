import type { SearchResponse } from '../../../knowledge/types.ts';
import { withoutHits } from './without-hits.ts';

/**
 * What was found, without products that only share a word with the question where one that it names was found too:
 * "can I wash the grinder" is not answered by a washed coffee.
 */
export function ofWhatIsNamed(found: SearchResponse, named: readonly string[]): SearchResponse {
  const isNamed = ({ kind, documentId }: SearchResponse['hits'][number]) =>
    kind === 'product' && named.includes(documentId);
  const [top] = found.hits;
  if (top?.kind !== 'product' || isNamed(top) || !found.hits.some(isNamed)) return found;
  return withoutHits(found, (hit) => hit.kind === 'product' && !isNamed(hit));
}
