import type { Retriever } from '../../knowledge/types.ts';
import { isMet, namingUnits, termsOf } from '../../tools/products/product-words.ts';
import type { BranchTask } from '../branch.ts';
import { writtenSearch } from './written-search.ts';

/** Whether the passage that answers best speaks of what the customer named just now. */
export async function namedInPassage(
  retriever: Retriever,
  { request: { text }, language }: Pick<BranchTask, 'request' | 'language'>,
  { question, names }: { question: string; names: readonly string[] },
): Promise<boolean> {
  const naming = namingUnits(text, names);
  const { hits } = await retriever.search(writtenSearch(question, language));
  const said = termsOf(hits[0]?.text ?? '');
  return naming.length > 0 && naming.every((unit) => isMet(unit, said));
}
