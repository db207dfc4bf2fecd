import type { Created } from './columns.ts';

/** Counters of days that are over. */
export interface InsightTables {
  insight_days: { day: string; time_zone: string; counted_at: Created };
  /** Sums of months of which every day was counted. */
  insight_months: { month: string; metric: string; key: string; n: number };
  insight_counts: { day: string; metric: string; key: string; n: number };
}
