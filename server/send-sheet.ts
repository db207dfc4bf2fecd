import type { FastifyReply } from 'fastify';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

/** Answers with a file to be saved, such as `faqs-2026-11-22.csv`. */
export function sendSheet(
  reply: FastifyReply,
  { text, name, format }: { text: string; name: string; format: keyof typeof TYPES },
): FastifyReply {
  const day = new Date().toISOString().slice(0, 10);
  return reply
    .header('content-disposition', `attachment; filename="${name}-${day}.${format}"`)
    .type(TYPES[format])
    .send(text);
}
