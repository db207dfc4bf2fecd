import { createHash } from 'node:crypto';

export interface ChunkContent {
  title: string;
  heading: string | null;
  text: string;
  /** One wording a line: searched, never shown. */
  keywords: string;
}

/** What a vector depends on: the same content has the same hash in every document. */
export const contentHash = ({ title, heading, keywords, text }: ChunkContent): string =>
  createHash('sha256')
    .update([title, heading ?? '', keywords, text].join('\u0000'))
    .digest('hex')
    .slice(0, 32);
