import type { FastifyReply } from 'fastify';

/** A part of a list as an array; the header `x-total-count` tells how long the whole is. */
export function inPages<Item>(reply: FastifyReply, page: { items: Item[]; total: number }): Item[] {
  reply.header('x-total-count', page.total);
  return page.items;
}
