import type { Retriever, SearchResponse } from '../../knowledge/types.ts';

/** A retriever for one turn: the search that decided whether to answer is not run again to answer. */
export function rememberSearches(retriever: Retriever): Retriever {
  const known = new Map<string, Promise<SearchResponse>>();
  return {
    search(request, signal) {
      const key = JSON.stringify(request);
      const found = known.get(key) ?? retriever.search(request, signal);
      known.set(key, found);
      return found;
    },
  };
}
