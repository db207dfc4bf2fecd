import type { Generated } from 'kysely';
import type { Created, Json } from './columns.ts';

export interface EvalTables {
  eval_cases: {
    id: Generated<string>;
    name: string;
    language: 'zh' | 'en';
    /** Null: a visitor. */
    customer: string | null;
    /** See quality/cases/case-schema.ts. */
    lines: Json<unknown>;
    conversation_id: string | null;
    created_by: string;
    created_at: Created;
    updated_at: Created;
  };
}
