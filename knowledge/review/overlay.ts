import { indexTerms } from '../lexical/index-terms.ts';
import type { IndexedChunk, LexicalIndex, Scored } from '../lexical/lexical-index.ts';
import { type AnalysedPassage, analysePassage } from '../retrieval/analysed-passage.ts';
import type { PassageStore } from '../retrieval/passage-store.ts';
import type { SearchState } from '../retrieval/search.ts';
import type { Passage } from '../types.ts';
import type { Embedder } from '../vectors/embedder.ts';
import { embeddingText } from '../vectors/embedding-text.ts';
import type { VectorLeg } from '../vectors/vector-leg.ts';

/** Passages that are thought away and passages that are thought to be there. */
export interface Overlay {
  without: (chunk: Pick<IndexedChunk, 'id' | 'kind'>) => boolean;
  added: Array<{ passage: Passage; keywords: string }>;
}

const WIDEST = 4_000;

/** The first `k` that are not thought away; a search goes wider as long as those take up the room. */
function withoutSource(without: Overlay['without'], k: number, search: (wide: number) => Scored[]): Scored[] {
  for (let wide = k * 2; ; wide *= 4) {
    const found = search(wide);
    const kept = found.filter(({ id }) => !without({ id, kind: kindOf(id) }));
    if (kept.length >= k || found.length < wide || wide >= WIDEST) return kept.slice(0, k);
  }
}

const best = (lists: Scored[], k: number) => lists.sort((a, b) => b.score - a.score).slice(0, k);

/** A search state with a change laid over it: the index itself is not touched, and weighs words as it does now. */
export function overlayState(state: SearchState, { without, added }: Overlay): SearchState {
  const { analyzer } = state;
  const chunks = new Map(
    added.map(({ passage, keywords }) => [
      passage.id,
      {
        chunk: { id: passage.id, kind: passage.kind, language: passage.language, audience: passage.audience },
        terms: indexTerms({ ...passage, keywords }, analyzer),
        analysed: analysePassage(passage, keywords, analyzer),
      },
    ]),
  );
  const index: LexicalIndex = {
    ...state.index,
    size: state.index.size,
    has: (id) => index.get(id) !== undefined,
    get(id) {
      const there = chunks.get(id)?.chunk ?? state.index.get(id);
      return there && (chunks.has(id) || !without(there)) ? there : undefined;
    },
    termsOf(id) {
      const added = chunks.get(id);
      return added ? new Set(added.terms) : state.index.termsOf(id);
    },
    search(query, { k, accept = () => true }) {
      const there = withoutSource(without, k, (wide) => state.index.search(query, { k: wide, accept }));
      const more = [...chunks.values()]
        .filter(({ chunk }) => accept(chunk))
        .map(({ chunk, terms }) => ({ id: chunk.id, score: state.index.scoreOf(query, { ...chunk, terms }) }));
      return best([...there, ...more.filter(({ score }) => score > 0)], k);
    },
  };
  const passages: PassageStore = {
    ...state.passages,
    async load(ids) {
      const loaded = await state.passages.load(ids.filter((id) => !chunks.has(id)));
      const all = new Map<string, AnalysedPassage>(loaded);
      for (const id of ids) {
        const more = chunks.get(id);
        if (more) all.set(id, more.analysed);
      }
      return all;
    },
  };
  return { ...state, index, passages };
}

/** Passages that are embedded for a preview; those of a longer document are found by their words. */
const EMBEDDED = 500;

/** The vector leg under the same change; a trained model is not asked for passages that may never come. */
export async function overlayVectors(
  leg: VectorLeg,
  embedder: Embedder,
  { without, added }: Overlay,
): Promise<VectorLeg> {
  const mine = leg.learned ? [] : added.slice(0, EMBEDDED);
  const vectors = await embedder.embed(mine.map(({ passage, keywords }) => embeddingText({ ...passage, keywords })));
  return {
    learned: leg.learned,
    async search(question, k) {
      const there = (await leg.search(question, k * 2)).filter(({ id }) => !without({ id, kind: kindOf(id) }));
      const asked = mine.length > 0 ? await embedder.embedQuery(question) : [];
      const more = mine.map(({ passage }, i) => ({ id: passage.id, score: cosine(asked, vectors[i] ?? []) }));
      return best([...there, ...more], k);
    },
  };
}

const kindOf = (id: string): IndexedChunk['kind'] =>
  id.startsWith('faq-') ? 'faq' : id.startsWith('product-') ? 'product' : 'document';

function cosine(a: number[], b: number[]): number {
  let dot = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < a.length; i++) {
    dot += (a[i] ?? 0) * (b[i] ?? 0);
    aa += (a[i] ?? 0) ** 2;
    bb += (b[i] ?? 0) ** 2;
  }
  return aa > 0 && bb > 0 ? dot / Math.sqrt(aa * bb) : 0;
}
