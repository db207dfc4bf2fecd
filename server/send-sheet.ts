import type { FastifyReply } from 'fastify';

/** Content types of the files that are given out. */
export const SHEET_TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};
export type SheetFormat = keyof typeof SHEET_TYPES;

/** Answers with a file to be saved, such as `faqs-2026-11-22.csv`. */
export function sendSheet(
  reply: FastifyReply,
  { text, name, format }: { text: string; name: string; format: SheetFormat },
): FastifyReply {
  const day = new Date().toISOString().slice(0, 10);
  return reply
    .header('content-disposition', `attachment; filename="${name}-${day}.${format}"`)
    .type(SHEET_TYPES[format])
    .send(text);
}
