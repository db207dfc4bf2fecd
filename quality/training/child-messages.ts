import type { CatalogueEntry } from '../../understanding/types.ts';
import type { DatasetRow } from '../datasets/dataset-rows.ts';
import type { Comparison, ComparisonCase } from '../models/compare.ts';

export interface EncodedModel {
  card: unknown;
  weights: Uint8Array;
}

interface Comparing {
  current: EncodedModel;
  against: number;
  cases: ComparisonCase[];
  shop: { catalogue: CatalogueEntry[]; timeZone: string };
}

/** What the child is to do; it compares the outcome with the current model either way. */
export type ChildWork =
  | ({ type: 'train'; rows: DatasetRow[]; dataHash: string } & Comparing)
  | ({ type: 'compare'; candidate: EncodedModel } & Comparing);

export type ChildReply =
  | { type: 'progress'; step: 'train' | 'compare'; share: number }
  | { type: 'model'; model: EncodedModel }
  | { type: 'compared'; comparison: Comparison }
  | { type: 'failed'; message: string };
