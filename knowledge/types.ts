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
  /** Of the row when it was read; none where there is no row yet. */
  revision?: number;
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
  /** How well each sentence of the text answers, in reading order (see splitSentences); comparable within one query. */
  sentences: number[];
  /** How much of what is asked of the document's subject its own heading names, 0 to 1. */
  named?: number;
  /** Calibrated probability in [0, 1] that this passage answers the query. */
  evidence: number;
  legs: { lexical: LegScore | null; vector: LegScore | null; fused: LegScore; rerank: LegScore };
  /** Only where the request asked for it. */
  why?: Why;
}

/** Why a passage stands where it stands. */
export interface Why {
  /** Each feature with what it adds to the rerank score and to the evidence (log-odds). */
  features: Array<{ name: string; value: number; rerank: number; evidence: number }>;
  /** Log-odds of the evidence before any feature. */
  bias: number;
  /** Units of the question that stand in the passage. */
  met: string[];
  missing: string[];
}

/** How a question was understood. */
export interface SearchExplanation {
  language: Language;
  units: Array<{
    /** As it is looked for, and as it was written. */
    text: string;
    written: string;
    kind: 'word' | 'number' | 'model';
    weight: number;
    /** Of the weight of all units. */
    share: number;
    /** Entries of the lexicon that it belongs to, by their first word. */
    concepts: string[];
    /** Stands nowhere in the knowledge. */
    unknown: boolean;
    /** What was written, where a slip of the keyboard was mended. */
    correctedFrom: string | null;
  }>;
  /** Evidence from which on it is answered. */
  threshold: number;
  /** Evidence from which on, below the threshold, the customer is asked what was meant. */
  askThreshold: number;
  verdict: 'answer' | 'clarify' | 'decline';
}

export interface SearchRequest {
  query: string;
  /** Passages in this language are preferred, never others excluded. */
  language: Language;
  /** How many hits; default 8. */
  k?: number;
  /** Audiences that may be read, see audiences.ts; default: what is for everybody. */
  audiences?: string[];
  /** Only these kinds; default all. */
  kinds?: Array<Passage['kind']>;
  /** Tell how the question was understood and why each hit was found. */
  explain?: boolean;
}

export interface SearchResponse {
  hits: Hit[];
  /** The best hit's evidence, or 0. At or above {@link EVIDENCE_THRESHOLD}: answer; below: decline. */
  evidence: number;
  /** The vector leg was out of reach and the search went on lexically. */
  degraded: boolean;
  /** Only where the request asked for it. */
  explanation?: SearchExplanation;
}

/** What the graph and the server need of retrieval. */
export interface Retriever {
  search(request: SearchRequest, signal?: AbortSignal): Promise<SearchResponse>;
}
