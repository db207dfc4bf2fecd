import { setImmediate } from 'node:timers/promises';
import type { Language } from '../../stores/schema.ts';
import { EVERYBODY } from '../audiences.ts';
import type { LexicalIndex, Scored } from '../lexical/lexical-index.ts';
import type { ChunkTraits } from '../lexical/segment.ts';
import type { Analyzer } from '../text/analyzer.ts';
import type { Hit, LegScore, Passage, Retriever, SearchRequest, SearchResponse } from '../types.ts';
import type { VectorLeg } from '../vectors/vector-leg.ts';
import { alike } from './alike.ts';
import type { AnalysedPassage } from './analysed-passage.ts';
import { chooseVaried } from './choose-varied.ts';
import { evidenceOf, rerankScore } from './evidence.ts';
import { explainQuery, whyOf } from './explain.ts';
import { type Features, featuresOf } from './features.ts';
import { createPromises, mostPromising } from './most-promising.ts';
import { namedByHeading } from './named-by-heading.ts';
import type { PassageStore } from './passage-store.ts';
import { type AnalysedQuery, analyseQuery, asksForKind } from './query.ts';
import { questionOf } from './question-of.ts';
import { fuseRanks } from './rank-fusion.ts';
import { sentenceCovers, type UnitCover } from './sentence-covers.ts';
import { sentenceScores } from './sentence-scores.ts';
import { type PassageTerms, withAnswerKind } from './with-answer-kind.ts';

const LEG_SIZE = 60;
const CANDIDATES = 48;
/** So many candidates are read beyond the hits that are wanted: from here on the suite of evals finds no difference to reading all. */
const SPARE = 6;
const DEFAULT_K = 8;
/** So many candidates are read sentence by sentence; a request for more hits reads as many. */
const READ_CLOSELY = 16;
const BEST_SENTENCE = 2;
/** A section that is headed by what is asked comes before one that mentions it. */
const NAMED = 0.6;
/** Vectors without a model see the same words as BM25, only blurred; a real model's see more. */
const VECTOR_WEIGHT = { built: 0.4, learned: 1 };
const NO_HITS: SearchResponse = { hits: [], evidence: 0, degraded: false };

/** What a search works on; a rebuilt index replaces it whole. */
export interface SearchState {
  analyzer: Analyzer;
  index: LexicalIndex;
  passages: PassageStore;
  /** The index is still being built: it knows a part of the passages. */
  partial?: boolean;
}

interface Candidate {
  passage: AnalysedPassage;
  /** The passage as this question is compared with it. */
  compared: PassageTerms;
  covers: UnitCover[];
  features: Features;
  fused: LegScore;
  score: number;
  /** Of its sentences in reading order, see {@link Hit}; empty until it is read closely. */
  sentences: number[];
  /** See {@link namedByHeading}; 0 until it is read closely. */
  named: number;
  /** How alike question and FAQ are, where that alone is evidence; else 0. */
  sameQuestion: number;
}

/** From here on two questions are taken to be one. */
const SAME_QUESTION = 0.7;

const sameQuestion = (query: string, passage: Passage): number => {
  const question = questionOf(passage);
  const share = question === undefined ? 0 : alike(query, question);
  return share >= SAME_QUESTION ? share : 0;
};

/** Own words weigh more than translated ones: the best passage of each language stands between its own score and the best of all. */
function highestByLanguage(list: Scored[], index: LexicalIndex): (language: Language) => number {
  const best = { zh: 1e-9, en: 1e-9 };
  for (const { id, score } of list) {
    const language = index.get(id)?.language;
    if (language && score > best[language]) best[language] = score;
  }
  const all = Math.max(best.zh, best.en);
  return (language) => (all + best[language]) / 2;
}

const ranks = (list: Scored[]) =>
  new Map<string, LegScore>(list.map(({ id, score }, i) => [id, { rank: i + 1, score }]));

const best = (a: Candidate, b: Candidate) => b.sameQuestion - a.sameQuestion || b.score - a.score;

/** Scores the sentences of the first candidates, and gives each candidate a share of its best sentence's score. */
function closeReading(query: AnalysedQuery, first: Candidate[]): void {
  const scores = sentenceScores(
    query,
    first.map(({ compared, covers, score }) => ({ passage: compared, covers, score })),
  );
  for (const [i, candidate] of first.entries()) {
    candidate.sentences = scores[i]?.scores ?? [];
    candidate.features.untyped = scores[i]?.typed ? 0 : 1;
    candidate.named = namedByHeading(query, candidate.compared);
    candidate.score =
      rerankScore(candidate.features) + BEST_SENTENCE * Math.max(0, ...candidate.sentences) + NAMED * candidate.named;
  }
}

/** A retriever that tells which passages it has read before it ranks them. */
export interface ReadingRetriever extends Retriever {
  search(
    request: SearchRequest,
    signal?: AbortSignal,
    onRead?: (passages: readonly Passage[]) => void,
  ): Promise<SearchResponse>;
}

/** Hybrid search: BM25 and vectors, fused by rank, reranked by what of the question a passage meets. */
export function createRetriever(options: {
  state: () => SearchState;
  vectors: VectorLeg | undefined;
  /** Sees what each hit's score was made of. */
  inspect?: (hit: Hit, features: Features) => void;
}): ReadingRetriever {
  const { vectors } = options;

  const vectorLeg = async (query: string, accept: (id: string) => boolean): Promise<Scored[] | undefined> => {
    if (!vectors) return undefined;
    try {
      return (await vectors.search(query, LEG_SIZE)).filter(({ id }) => accept(id));
    } catch {
      return undefined;
    }
  };

  const score = (input: {
    request: SearchRequest;
    state: SearchState;
    query: AnalysedQuery;
    fused: Scored[];
    loaded: Map<string, AnalysedPassage>;
    lexical: Map<string, LegScore>;
    highest: (language: Language) => number;
    vector: Map<string, LegScore>;
  }): Candidate[] => {
    const byKind = asksForKind(input.query);
    const asked = new Set(input.state.analyzer.terms(input.request.query));
    return input.fused.flatMap((entry, i) => {
      const passage = input.loaded.get(entry.id);
      if (!passage) return [];
      const compared = byKind ? withAnswerKind(passage, input.query.question) : passage;
      const covers = sentenceCovers(input.query, compared);
      const features = featuresOf({
        query: input.query,
        asked,
        passage: compared,
        covers,
        language: input.request.language,
        index: input.state.index,
        lexical: (input.lexical.get(entry.id)?.score ?? 0) / input.highest(passage.passage.language),
        vector: input.vector.get(entry.id)?.score ?? 0,
      });
      return [
        {
          passage,
          compared,
          covers,
          features,
          fused: { rank: i + 1, score: entry.score },
          score: rerankScore(features),
          sentences: [],
          named: 0,
          sameQuestion: sameQuestion(input.request.query, passage.passage),
        },
      ];
    });
  };

  return {
    async search(request, signal, onRead) {
      const state = options.state();
      const query = analyseQuery(request.query, state.analyzer, state.index);
      if (query.units.length === 0)
        return { ...NO_HITS, ...(request.explain && { explanation: explainQuery(query, request.language, []) }) };
      const audiences = new Set(request.audiences ?? [EVERYBODY]);
      const kinds = request.kinds && new Set(request.kinds);
      const accept = (chunk: ChunkTraits) => audiences.has(chunk.audience) && (!kinds || kinds.has(chunk.kind));
      const acceptId = (id: string) => {
        const chunk = state.index.get(id);
        return chunk ? accept(chunk) : state.partial === true;
      };

      const byVector = vectorLeg(request.query, acceptId);
      // The vectors are asked before this thread is busy with words.
      if (vectors) await setImmediate();
      const lexicalList = state.index.search(query.terms, { k: LEG_SIZE, accept });
      const lexical = ranks(lexicalList);
      const highest = highestByLanguage(lexicalList, state.index);
      const fuse = (near: Scored[]) =>
        fuseRanks([
          { ids: lexicalList.map(({ id }) => id), weight: 1 },
          { ids: near.map(({ id }) => id), weight: VECTOR_WEIGHT[vectors?.learned ? 'learned' : 'built'] },
        ]).slice(0, CANDIDATES);
      const promiseOf = createPromises({ query, language: request.language, index: state.index, lexical, highest });
      const load = (fused: Scored[], vector: Map<string, LegScore>) => {
        const count = (request.k ?? DEFAULT_K) + SPARE;
        const promising = mostPromising(fused, count, (id) => promiseOf(id, vector.get(id)?.score ?? 0));
        return state.passages.load(promising.map(({ id }) => id));
      };
      // What words alone promise is read while the vectors are under way; hardly anything of it is in vain.
      if (vectors) await load(fuse([]), new Map());
      const vectorList = await byVector;
      signal?.throwIfAborted();
      const fused = fuse(vectorList ?? []);
      const vector = ranks(vectorList ?? []);
      const loaded = await load(fused, vector);
      // An index that knows a part only could not judge what vectors alone have found.
      for (const [id, { passage }] of loaded) if (!accept(passage)) loaded.delete(id);
      if (onRead) {
        onRead([...loaded.values()].map(({ passage }) => passage));
        // What it sends goes out before this thread is busy with ranking.
        await setImmediate();
      }
      const candidates = score({ request, state, query, fused, loaded, lexical, highest, vector });
      candidates.sort(best);
      closeReading(query, candidates.slice(0, Math.max(READ_CLOSELY, request.k ?? 0)));
      candidates.sort(best);
      const reranked = new Map(candidates.map((candidate, i) => [candidate, { rank: i + 1, score: candidate.score }]));

      const chosen = chooseVaried(candidates, request.k ?? DEFAULT_K);
      const hits = chosen.map((candidate, i): Hit => {
        const { passage } = candidate.passage;
        return {
          ...passage,
          rank: i + 1,
          score: candidate.score,
          sentences: candidate.sentences,
          named: candidate.named,
          evidence: Math.max(evidenceOf(candidate.features), candidate.sameQuestion),
          legs: {
            lexical: lexical.get(passage.id) ?? null,
            vector: vector.get(passage.id) ?? null,
            fused: candidate.fused,
            rerank: reranked.get(candidate) ?? candidate.fused,
          },
        };
      });
      for (const [i, hit] of hits.entries()) {
        const candidate = chosen[i];
        if (!candidate) continue;
        options.inspect?.(hit, candidate.features);
        if (request.explain) hit.why = whyOf(query, candidate.compared, candidate.features);
      }
      return {
        hits,
        evidence: Math.max(0, ...hits.map((hit) => hit.evidence)),
        degraded: state.partial === true || (vectors !== undefined && vectorList === undefined),
        ...(request.explain && { explanation: explainQuery(query, request.language, hits) }),
      };
    },
  };
}
