import type { DocumentBody } from '../../../api/types.ts';

export type StateGroup = 'all' | 'ready' | 'underway' | 'failed' | 'review';
export type SortKey = 'updated' | 'title' | 'status' | 'version' | 'pages' | 'chunks' | 'sync';
export interface Order {
  by: SortKey;
  down: boolean;
}

const STATES: Record<DocumentBody['status'], Exclude<StateGroup, 'all'>> = {
  queued: 'underway',
  processing: 'underway',
  ready: 'ready',
  failed: 'failed',
  review: 'review',
};
/** What needs a person first. */
const URGENCY: DocumentBody['status'][] = ['failed', 'review', 'processing', 'queued', 'ready'];

const groupOf = (document: DocumentBody) => STATES[document.status];
export const isUnderway = (document: DocumentBody): boolean => groupOf(document) === 'underway';

/** The kind of file in a few letters: PDF, DOCX, MD, WEB for what came from an address, FILE where nothing tells. */
export function kindOf({ source, fileName }: Pick<DocumentBody, 'source' | 'fileName'>): string {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(fileName ?? '')?.[1]?.toUpperCase();
  if (source === 'url' && (!ending || ending.startsWith('HTM'))) return 'WEB';
  return ({ MARKDOWN: 'MD', HTM: 'HTML' } as Record<string, string>)[ending ?? ''] ?? ending?.slice(0, 5) ?? 'FILE';
}

/** How many documents are in each state. */
export function countStates(documents: DocumentBody[]): Record<StateGroup, number> {
  const counts = { all: documents.length, ready: 0, underway: 0, failed: 0, review: 0 };
  for (const document of documents) counts[groupOf(document)] += 1;
  return counts;
}

const sortable: Record<SortKey, (document: DocumentBody) => string | number> = {
  updated: ({ updatedAt }) => updatedAt,
  title: ({ title }) => title,
  status: ({ status }) => URGENCY.indexOf(status),
  version: ({ version }) => version,
  pages: ({ pages }) => pages ?? -1,
  chunks: ({ chunks }) => chunks ?? -1,
  sync: ({ lastSyncedAt }) => lastSyncedAt ?? '',
};

/** Documents in a state whose title, file name or address holds every word of `query`, in an order. */
export function chooseDocuments(
  documents: DocumentBody[],
  { query, group, order }: { query: string; group: StateGroup; order: Order },
): DocumentBody[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const read = sortable[order.by];
  const compare = (a: DocumentBody, b: DocumentBody) => {
    const [left, right] = [read(a), read(b)];
    const sign =
      typeof left === 'number' && typeof right === 'number' ? left - right : String(left).localeCompare(String(right));
    return (order.down ? -sign : sign) || b.createdAt.localeCompare(a.createdAt) || a.id.localeCompare(b.id);
  };
  return documents
    .filter((document) => group === 'all' || groupOf(document) === group)
    .filter(({ title, fileName, url }) => {
      const text = `${title} ${fileName ?? ''} ${url ?? ''}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .sort(compare);
}

/** Page numbers as ranges: [1, 2, 3, 7] → "1–3, 7". */
export function pageRanges(pages: number[]): string {
  const ranges: Array<[number, number]> = [];
  for (const page of [...pages].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && page <= last[1] + 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
