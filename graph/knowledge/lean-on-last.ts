import type { Retriever, SearchResponse } from '../../knowledge/types.ts';
import { askedUnits } from '../../tools/products/product-words.ts';
import type { BranchTask } from '../branch.ts';
import { isShort } from '../repair/waiting/fills-slot.ts';
import { speaksOf } from './beyond-the-row.ts';
import { evidenceNeeded } from './evidence-needed.ts';
import { writtenSearch } from './written-search.ts';

/**
 * A short question that finds nothing by itself, asked of what the documents told just now ("do they expire?" after
 * points), where the passage speaks of all that it asks. Undefined: it stands alone, or that passage does not tell.
 */
export async function leanOnLast(
  retriever: Retriever,
  { request, dialogue, language }: Pick<BranchTask, 'request' | 'dialogue' | 'language'>,
  signal: AbortSignal,
): Promise<SearchResponse | undefined> {
  const { text, slots } = request;
  const last = dialogue.lastRoute === 'knowledge' ? dialogue.lastQuestion : undefined;
  if (last === undefined || !isShort(text) || slots.products.length + slots.categories.length > 0) return undefined;
  const units = askedUnits(text, []).filter(({ terms }) => terms.length > 0);
  if (units.length === 0 || units.some(({ concepts }) => concepts.length === 0)) return undefined;
  const found = await retriever.search(writtenSearch(`${last} ${text}`, language), signal);
  const [top] = found.hits;
  return top && found.evidence >= evidenceNeeded(request) && speaksOf(top, units) ? found : undefined;
}
