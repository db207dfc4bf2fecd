import type { Language } from '../stores/schema.ts';

/** A citable piece of knowledge. `page` counts from 1 and is null where there are no pages (FAQ, catalogue). */
export interface Passage {
  id: string;
  kind: 'document' | 'faq' | 'product';
  /** The document's, FAQ's or product's id: what a citation names as documentId. */
  documentId: string;
  title: string;
  page: number | null;
  heading: string | null;
  text: string;
  language: Language;
  audience: string;
}

/** Where one leg of the search placed a passage. `rank` counts from 1. */
export interface LegScore {
  rank: number;
  score: number;
}

/** A passage that a search found: its place in each leg and in the end. */
export interface Hit extends Passage {
  rank: number;
  /** Final score after fusion and reranking; higher is better, comparable within one query only. */
  score: number;
  /** Calibrated probability in [0, 1] that this passage answers the query. */
  evidence: number;
  legs: { lexical: LegScore | null; vector: LegScore | null; fused: LegScore; rerank: LegScore };
}

export interface SearchRequest {
  query: string;
  /** Passages in this language are preferred, never others excluded. */
  language: Language;
  /** How many hits; default 8. */
  k?: number;
  /** Audiences that may be read; default ['public']. */
  audiences?: string[];
  /** Only these kinds; default all. */
  kinds?: Array<Passage['kind']>;
}

export interface SearchResponse {
  hits: Hit[];
  /** The best hit's evidence, or 0. At or above {@link EVIDENCE_THRESHOLD}: answer; below: decline. */
  evidence: number;
  /** The vector leg was out of reach and the search went on lexically. */
  degraded: boolean;
}

/** What the graph and the server need of retrieval. */
export interface Retriever {
  search(request: SearchRequest, signal?: AbortSignal): Promise<SearchResponse>;
}
