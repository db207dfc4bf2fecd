import { modelCardSchema } from '../../understanding/model-file.ts';
import { comparisonSchema } from './compare.ts';
import { gateVerdictSchema } from './gate.ts';
import type { ModelTask, ModelView } from './ports.ts';

export const MODEL_COLUMNS = [
  'version',
  'kind',
  'name',
  'dataset',
  'card',
  'comparison',
  'gate',
  'created_by',
  'created_at',
] as const;

interface ModelRow {
  version: number;
  kind: 'intents' | 'model';
  name: string | null;
  dataset: number | null;
  card: unknown;
  comparison: unknown;
  gate: unknown;
  created_by: string | null;
  created_at: Date;
}

/** A stored model as it is shown; a comparison that another version of the program wrote counts as none. */
export const modelView = (row: ModelRow, current: ModelTask[]): ModelView => ({
  version: row.version,
  kind: row.kind,
  name: row.name,
  dataset: row.dataset,
  metrics: modelCardSchema.shape.metrics.safeParse((row.card as { metrics?: unknown } | null)?.metrics).data ?? null,
  comparison: comparisonSchema.safeParse(row.comparison).data ?? null,
  gate: gateVerdictSchema.safeParse(row.gate).data ?? null,
  createdBy: row.created_by,
  createdAt: row.created_at.toISOString(),
  current,
});

export const shippedView = (metrics: ModelView['metrics'], current: ModelTask[]): ModelView => ({
  version: 0,
  kind: 'intents',
  name: null,
  dataset: null,
  metrics,
  comparison: null,
  gate: null,
  createdBy: null,
  createdAt: null,
  current,
});
