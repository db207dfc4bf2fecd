import type { ColumnType, Generated } from 'kysely';
import type { Counter, Created, Json, JsonDefault, Timestamp } from './columns.ts';

type Language = 'zh' | 'en';

/** One request of a labelled message, as it is stored. */
export interface StoredLabelRequest {
  text: string;
  intent: string;
  slots: Array<{ name: string; value: string }>;
  inContext: boolean;
}

/** The tables of QA's data loop: labels, datasets, models, runs. */
export interface QualityTables {
  labels: {
    id: Generated<string>;
    turn_id: string | null;
    key: string | null;
    text: string;
    language: Language;
    requests: JsonDefault<StoredLabelRequest[]>;
    reply: string | null;
    note: string | null;
    skipped: Generated<boolean>;
    settles: Generated<boolean>;
    labeller_id: string | null;
    labeller: Generated<string>;
    created_at: Created;
    updated_at: Created;
  };
  datasets: {
    version: Generated<number>;
    note: string | null;
    hash: string;
    content: Buffer;
    counts: Json<Record<string, unknown>>;
    created_by: string | null;
    created_at: Created;
  };
  models: {
    version: Generated<number>;
    kind: 'intents' | 'model';
    name: string | null;
    dataset: number | null;
    run_id: string | null;
    card: Json<unknown> | null;
    weights: Buffer | null;
    comparison: Json<unknown> | null;
    gate: Json<unknown> | null;
    created_by: string | null;
    created_at: Created;
  };
  model_promotions: {
    id: Generated<number>;
    task: 'intents' | 'router' | 'writer';
    version: number | null;
    action: 'promote' | 'rollback';
    reason: string | null;
    forced: Generated<boolean>;
    by_name: string | null;
    at: Created;
  };
  training_runs: {
    id: Generated<string>;
    kind: 'intents' | 'finetune';
    state: Generated<'running' | 'done' | 'failed' | 'cancelled'>;
    step: Generated<string>;
    progress: Generated<number>;
    dataset: number | null;
    model: number | null;
    error_code: string | null;
    error: string | null;
    remote: JsonDefault<Record<string, unknown>>;
    cancel_requested: Generated<boolean>;
    owner: string | null;
    lease_until: ColumnType<Date | null, Date | string | null, Date | string | null>;
    started_by: string | null;
    started_at: Created;
    finished_at: Timestamp | null;
  };
  shadow_runs: {
    id: Generated<string>;
    version: number;
    share: Generated<number>;
    started_by: string | null;
    started_at: Created;
    ended_at: Timestamp | null;
    dropped: Counter;
  };
  shadow_counts: { run_id: string; current: string; candidate: string; turns: number };
  shadow_disagreements: {
    id: Generated<number>;
    run_id: string;
    turn_id: string;
    current: string;
    current_confidence: number;
    candidate: string;
    candidate_confidence: number;
    at: Created;
  };
}
