import { passageWithoutInstructions } from '../../knowledge/injection/passage-without-instructions.ts';
import { indexTerms } from '../../knowledge/lexical/index-terms.ts';
import { createLexicalIndex } from '../../knowledge/lexical/lexical-index.ts';
import { analysePassage } from '../../knowledge/retrieval/analysed-passage.ts';
import type { Features } from '../../knowledge/retrieval/features.ts';
import { createRetriever, type SearchState } from '../../knowledge/retrieval/search.ts';
import { type Analyzer, createAnalyzer } from '../../knowledge/text/analyzer.ts';
import type { Concept } from '../../knowledge/text/lexicon.ts';
import { createLexicon, loadTradeLexicon } from '../../knowledge/text/lexicon.ts';
import type { Passage, Retriever } from '../../knowledge/types.ts';
import { createLocalEmbedder } from '../../knowledge/vectors/embedders/local-embedder.ts';
import type { VectorIndex } from '../../knowledge/vectors/vector-index.ts';
import { createVectorLeg, type VectorLeg } from '../../knowledge/vectors/vector-leg.ts';

export interface MemoryPassage extends Passage {
  keywords: string;
}

export interface MemoryKnowledge {
  retriever: Retriever;
  state: SearchState;
  analyzer: Analyzer;
  vectors: VectorLeg;
  passages: MemoryPassage[];
  /** What the hits of the last search were scored by, by id. */
  features: Map<string, Features>;
}

/** Exact nearest neighbours in memory: what Chroma finds, without Chroma. */
function memoryVectors(ids: string[], vectors: number[][]): Pick<VectorIndex, 'query'> {
  return {
    async query(vector, k) {
      return ids
        .map((id, i) => ({
          id,
          score: (vectors[i] ?? []).reduce((sum, value, at) => sum + value * (vector[at] ?? 0), 0),
        }))
        .sort((a, b) => b.score - a.score)
        .slice(0, k);
    },
  };
}

/**
 * The whole of retrieval over passages in memory, without servers; local embeddings. `unfiltered` leaves in what
 * instructs the machine, which production never does.
 */
export async function createMemoryKnowledge(
  passages: MemoryPassage[],
  concepts: Concept[] = [],
  options: { unfiltered?: boolean | undefined } = {},
): Promise<MemoryKnowledge> {
  const analyzer = createAnalyzer(createLexicon([...loadTradeLexicon(), ...concepts]));
  const index = createLexicalIndex();
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  for (const passage of passages) index.add(passage, indexTerms(passage, analyzer));
  const analysed = new Map<string, ReturnType<typeof analysePassage>>();
  const state: SearchState = {
    analyzer,
    index,
    passages: {
      async load(ids) {
        for (const id of ids) {
          const row = byId.get(id);
          if (!row || analysed.has(id)) continue;
          const passage = options.unfiltered ? row : passageWithoutInstructions(row);
          if (passage.text !== '') analysed.set(id, analysePassage(passage, passage.keywords, analyzer));
        }
        return new Map(ids.flatMap((id) => (analysed.has(id) ? [[id, analysed.get(id)]] : [])) as never);
      },
      forget: (id) => analysed.delete(id),
      clear: () => analysed.clear(),
    },
  };
  const embedder = createLocalEmbedder({ analyzer: () => analyzer, idf: (term) => index.idf(term) });
  const texts = passages.map((p) => [p.title, p.heading, p.keywords, p.text].filter(Boolean).join('\n'));
  const nearest = memoryVectors([...byId.keys()], await embedder.embed(texts));
  const features = new Map<string, Features>();
  const vectors = createVectorLeg({ embedder, index: nearest });
  const { search } = createRetriever({
    state: () => state,
    vectors,
    inspect: (hit, seen) => features.set(hit.id, seen),
  });
  const retriever: Retriever = {
    search(request, signal) {
      features.clear();
      return search(request, signal);
    },
  };
  return { retriever, state, analyzer, vectors, passages, features };
}
