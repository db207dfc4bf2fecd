import type { ColumnType } from 'kysely';

/** timestamptz: Date when read, Date or ISO string when written. */
export type Timestamp = ColumnType<Date, Date | string, Date | string>;
/** Null until it happened. */
export type OptionalTimestamp = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
export type Created = ColumnType<Date, Date | string | undefined, Date | string>;
/** numeric(12,2): read as number (stores/database.ts sets the parser; cents are exact in a double). */
export type Money = ColumnType<number, number | string, number | string>;
/** bigint: read as number (counters stay far below 2^53). */
export type Counter = ColumnType<number, number | undefined, number>;
/** jsonb: parsed when read, a JSON string when written. */
export type Json<T> = ColumnType<T, string, string>;
export type JsonDefault<T> = ColumnType<T, string | undefined, string>;
