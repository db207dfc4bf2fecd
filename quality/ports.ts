import type { IntentCatalogue } from '../understanding/intents.ts';
import type { CaseService } from './cases/case-service.ts';
import type { DatasetService } from './datasets/dataset-service.ts';
import type { LabelFiles } from './labels/label-files.ts';
import type { LabelIntent } from './labels/label-intents.ts';
import type { LabelService } from './labels/ports.ts';
import type { ComparisonCase } from './models/compare.ts';
import type { ModelStore } from './models/ports.ts';
import type { ShadowRows } from './shadow/shadow-rows.ts';
import type { TurnTraces } from './traces/turn-traces.ts';
import type { RunRows } from './training/run-rows.ts';
import type { TrainingService } from './training/training-service.ts';

/** QA's data loop: label, snapshot, train, compare, shadow, promote. */
export interface Quality {
  catalogue: IntentCatalogue;
  /** What a label may name. */
  intents: LabelIntent[];
  labels: LabelService;
  files: LabelFiles;
  datasets: DatasetService;
  models: ModelStore;
  runs: RunRows;
  training: TrainingService;
  shadows: ShadowRows;
  cases: CaseService;
  traces: TurnTraces;
  shippedCases: () => ComparisonCase[];
}
