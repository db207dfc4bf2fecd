import { EVIDENCE_THRESHOLD } from '../../knowledge/retrieval/evidence.ts';
import { analyseQuery } from '../../knowledge/retrieval/query.ts';
import { fuseRanks } from '../../knowledge/retrieval/rank-fusion.ts';
import type { Language } from '../../stores/schema.ts';
import { type Calibration, calibration, type Prediction } from './calibration.ts';
import { type AnswerableCase, sourceOf } from './cases.ts';
import type { MemoryKnowledge } from './memory-knowledge.ts';
import { type RankNumbers, rankNumbers } from './rank-numbers.ts';
import type { Setting } from './shop-cases.ts';

export type Leg = 'lexical' | 'vector' | 'fused' | 'reranked';
const FOUND = 10;
/** As in the search itself. */
const LEG_SIZE = 60;
const VECTOR_WEIGHT = 0.4;

export interface SettingNumbers {
  legs: Record<Leg, RankNumbers>;
  /** Share of the answerable questions that would be declined. */
  declined: number;
  /** Share of the questions without an answer that are; undefined where there are none. */
  othersDeclined: number | undefined;
  calibration: Calibration;
  milliseconds: number[];
  misses: string[];
}

/** Where the first right source stands in a list of passages, from 1. */
function rankOf(ids: string[], expect: string[], sources: Map<string, string>): number | undefined {
  const at = ids.slice(0, FOUND).findIndex((id) => expect.includes(sources.get(id) ?? ''));
  return at < 0 ? undefined : at + 1;
}

/** The lists of the two legs, and both fused, as the search sees them before it reranks. */
async function legLists({ state, analyzer, vectors }: MemoryKnowledge, question: string) {
  const query = analyseQuery(question, analyzer, state.index);
  const lexical = state.index.search(query.terms, { k: LEG_SIZE }).map(({ id }) => id);
  const vector = (await vectors.search(question, LEG_SIZE)).map(({ id }) => id);
  const fused = fuseRanks([
    { ids: lexical, weight: 1 },
    { ids: vector, weight: VECTOR_WEIGHT },
  ]).map(({ id }) => id);
  return { lexical, vector, fused };
}

/** How often each leg and the whole search find the right source in a setting, and what the search would decline. */
export async function measureSetting(
  { name, knowledge, answerable, unanswerable }: Setting,
  language?: Language,
): Promise<SettingNumbers> {
  const mine = <T extends { language: Language }>(cases: T[]) =>
    cases.filter((one) => language === undefined || one.language === language);
  const sources = new Map(knowledge.passages.map(({ id, documentId }) => [id, sourceOf(documentId)]));
  const ranks: Record<Leg, Array<number | undefined>> = { lexical: [], vector: [], fused: [], reranked: [] };
  const predictions: Prediction[] = [];
  const milliseconds: number[] = [];
  const misses: string[] = [];
  const search = async (one: Omit<AnswerableCase, 'expect'>) => {
    const began = performance.now();
    const found = await knowledge.retriever.search({ query: one.question, language: one.language, k: FOUND });
    milliseconds.push(performance.now() - began);
    return found;
  };
  let declined = 0;
  for (const one of mine(answerable)) {
    const { hits, evidence } = await search(one);
    const lists = { ...(await legLists(knowledge, one.question)), reranked: hits.map(({ id }) => id) };
    for (const leg of Object.keys(ranks) as Leg[]) ranks[leg].push(rankOf(lists[leg], one.expect, sources));
    const rank = ranks.reranked.at(-1);
    if (rank === undefined || rank > 5) misses.push(`${name}: ${one.question} → ${hits[0]?.documentId ?? 'nothing'}`);
    if (evidence < EVIDENCE_THRESHOLD) {
      declined += 1;
      misses.push(`${name}: declined (${evidence.toFixed(2)}): ${one.question}`);
    }
    predictions.push({ p: evidence, y: true });
  }
  let othersDeclined = 0;
  const others = mine(unanswerable);
  for (const one of others) {
    const { hits, evidence } = await search(one);
    predictions.push({ p: evidence, y: false });
    if (evidence < EVIDENCE_THRESHOLD) othersDeclined += 1;
    else misses.push(`${name}: answered (${evidence.toFixed(2)}): ${one.question} → ${hits[0]?.text.slice(0, 60)}`);
  }
  return {
    legs: {
      lexical: rankNumbers(ranks.lexical),
      vector: rankNumbers(ranks.vector),
      fused: rankNumbers(ranks.fused),
      reranked: rankNumbers(ranks.reranked),
    },
    declined: declined / (ranks.reranked.length || 1),
    othersDeclined: others.length === 0 ? undefined : othersDeclined / others.length,
    calibration: calibration(predictions),
    milliseconds,
    misses,
  };
}
