import { idf } from '../lexical/idf.ts';
import { indexTerms } from '../lexical/index-terms.ts';
import type { IndexedChunk, LexicalIndex, Scored } from '../lexical/lexical-index.ts';
import { type AnalysedPassage, analysePassage } from '../retrieval/analysed-passage.ts';
import type { PassageStore } from '../retrieval/passage-store.ts';
import type { SearchState } from '../retrieval/search.ts';
import type { Analyzer } from '../text/analyzer.ts';
import type { Passage } from '../types.ts';
import type { Embedder } from '../vectors/embedders/embedder.ts';
import { embeddingText } from '../vectors/embedders/embedding-text.ts';
import type { VectorLeg } from '../vectors/vector-leg.ts';

/** Passages that are thought away and passages that are thought to be there. */
export interface Overlay {
  without: (chunk: Pick<IndexedChunk, 'id' | 'kind'>) => boolean;
  added: Array<{ passage: Passage; keywords: string }>;
  /** Reads questions and the added passages with other words than the index's. */
  analyzer?: Analyzer;
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

/** Made when it is first asked for: of the passages of a change, few are read for a question. */
function lazily<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const best = (lists: Scored[], k: number) => lists.sort((a, b) => b.score - a.score).slice(0, k);

/** A search state with a change laid over it: the index itself is not touched. */
export function overlayState(state: SearchState, { without, added, analyzer = state.analyzer }: Overlay): SearchState {
  const chunks = new Map(
    added.map(({ passage, keywords }) => {
      const terms = indexTerms({ ...passage, keywords }, analyzer);
      const chunk = { id: passage.id, kind: passage.kind, language: passage.language, audience: passage.audience };
      const analysed = lazily(() => analysePassage(passage, keywords, analyzer));
      return [passage.id, { chunk, terms, has: new Set(terms), analysed }];
    }),
  );
  const counted = analyzer === state.analyzer ? state.index : countedAnew(state.index, chunks);
  const index: LexicalIndex = {
    ...state.index,
    ...{ size: state.index.size, frequency: counted.frequency, idf: counted.idf },
    has: (id) => index.get(id) !== undefined,
    get(id) {
      const there = chunks.get(id)?.chunk ?? state.index.get(id);
      return there && (chunks.has(id) || !without(there)) ? there : undefined;
    },
    termsOf(id) {
      const added = chunks.get(id);
      return added ? added.has : state.index.termsOf(id);
    },
    search(asked, { k, accept = () => true }) {
      const query = new Map([...asked].map(([term, weight]) => [term, weight * shareOfIdf(term)]));
      const there = withoutSource(without, k, (wide) => state.index.search(query, { k: wide, accept }));
      const more = [...chunks.values()]
        .filter(({ chunk }) => accept(chunk))
        .map(({ chunk, terms }) => ({ id: chunk.id, score: state.index.scoreOf(query, { ...chunk, terms }) }));
      return best([...there, ...more.filter(({ score }) => score > 0)], k);
    },
  };
  /** The index weighs terms as often as it has them itself. */
  const shareOfIdf = (term: string) => counted.idf(term) / state.index.idf(term);
  const passages: PassageStore = {
    ...state.passages,
    async load(ids) {
      const loaded = await state.passages.load(ids.filter((id) => !chunks.has(id)));
      const all = new Map<string, AnalysedPassage>(loaded);
      for (const id of ids) {
        const more = chunks.get(id);
        if (more) all.set(id, more.analysed());
      }
      return all;
    },
  };
  return { ...state, analyzer, index, passages };
}

/** How often concepts stand once chunks of the index have more of them. */
function countedAnew(
  index: LexicalIndex,
  chunks: ReadonlyMap<string, { has: ReadonlySet<string> }>,
): Pick<LexicalIndex, 'frequency' | 'idf'> {
  const more = new Map<string, number>();
  for (const [id, { has }] of chunks) {
    const before = index.termsOf(id);
    for (const term of has)
      if (term.startsWith('#') && before?.has(term) === false) more.set(term, (more.get(term) ?? 0) + 1);
  }
  const frequency = (term: string) => index.frequency(term) + (more.get(term) ?? 0);
  return {
    frequency,
    idf(term) {
      return idf(Math.min(frequency(term), index.size), index.size);
    },
  };
}

/** The vector leg under the same change; a trained model is not asked for passages that may never come. */
export async function overlayVectors(
  leg: VectorLeg,
  embedder: Embedder,
  { without, added }: Overlay,
): Promise<VectorLeg> {
  const mine = leg.learned ? [] : added;
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
