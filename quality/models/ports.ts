import type { IntentModel } from '../../understanding/model-file.ts';
import type { By } from '../labels/ports.ts';
import type { Comparison } from './compare.ts';
import type { GateBars, GateVerdict } from './gate.ts';

/** What a model may be promoted to. `intents`: the built-in classifier; the others are names at the model's server. */
export type ModelTask = 'intents' | 'router' | 'writer';
export type ModelKind = 'intents' | 'model';

export interface ModelView {
  /** 0: the shipped model, or the one that the settings name. */
  version: number;
  kind: ModelKind;
  /** Of a fine-tuned model, at the server. */
  name: string | null;
  dataset: number | null;
  /** Cross-validated when it was trained. */
  metrics: Record<string, number> | null;
  comparison: Comparison | null;
  gate: GateVerdict | null;
  createdBy: string | null;
  createdAt: string | null;
  /** The tasks that it is at work for. */
  current: ModelTask[];
}

export interface PromotionView {
  task: ModelTask;
  version: number;
  action: 'promote' | 'rollback';
  reason: string | null;
  forced: boolean;
  by: string | null;
  at: string;
}

export interface NewModel {
  kind: ModelKind;
  name?: string;
  dataset: number | null;
  runId: string | null;
  model?: IntentModel;
  by: By;
}

/** Stored models and which of them work. Errors are AppErrors: not_found, gate_not_passed, stale_comparison, nothing_to_roll_back. */
export interface ModelStore {
  /** Newest first, version 0 last. */
  list(): Promise<ModelView[]>;
  get(version: number): Promise<ModelView>;
  /** Throws when the stored bytes don't fit this program. */
  load(version: number): Promise<IntentModel>;
  add(model: NewModel): Promise<number>;
  setComparison(version: number, comparison: Comparison, gate: GateVerdict): Promise<void>;
  /** The version at work for a task. */
  current(task: ModelTask): Promise<number>;
  /** The fine-tuned model's name at work for a task; undefined: the one that the settings name. */
  currentName(task: 'router' | 'writer'): Promise<string | undefined>;
  /** `force` with a reason goes past the gate, and is recorded. */
  promote(
    version: number,
    options: { task: ModelTask; by: By; force?: boolean; reason?: string | null },
  ): Promise<PromotionView>;
  /** Back to what worked before the last promotion. */
  rollback(options: { task: ModelTask; by: By; reason?: string | null }): Promise<PromotionView>;
  history(): Promise<PromotionView[]>;
  bars(): Promise<GateBars>;
  setBars(bars: GateBars): Promise<GateBars>;
}
