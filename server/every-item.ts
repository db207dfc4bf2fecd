import type { ListQuery, Page } from '../knowledge/ports.ts';

/** A whole list, read a page at a time. */
export async function everyItem<Item>(list: (query: ListQuery) => Promise<Page<Item>>): Promise<Item[]> {
  const all: Item[] = [];
  for (;;) {
    const { items, total } = await list({ offset: all.length });
    all.push(...items);
    if (items.length === 0 || all.length >= total) return all;
  }
}
