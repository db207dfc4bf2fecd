import type { Created, Timestamp } from './columns.ts';

/** Tables beside `documents`. */
export interface DocumentTables {
  /** Versions that answered once and whose files are kept. */
  document_versions: {
    document_id: string;
    version: number;
    file_name: string;
    bytes: number | null;
    pages: number | null;
    chunks: number;
    handed_by: string | null;
    published_at: Timestamp | null;
    replaced_at: Created;
  };
}
