import { shopUnavailable } from '../../tools/shop-unavailable.ts';
import type { ShopClient } from './client.ts';
import type { Paging } from './config.ts';
import { pointTo } from './mapping.ts';

const MOST_PAGES = 1_000;

/** All rows of a list, page by page; a list that has no end is an outage. */
export async function readPages(
  client: ShopClient,
  list: { path: string; rows: string; paging: Paging | undefined; most?: number; signal?: AbortSignal },
): Promise<unknown[]> {
  const { paging, most = MOST_PAGES } = list;
  const rows: unknown[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < most; page++) {
    const query = new URLSearchParams();
    if (paging?.kind === 'page') {
      query.set(paging.parameter, String(paging.first + page));
      if (paging.sizeParameter) query.set(paging.sizeParameter, String(paging.size));
    } else if (cursor !== undefined && paging) query.set(paging.parameter, cursor);
    const extra = query.toString();
    const answer = await client.call({
      method: 'GET',
      ...(list.signal ? { signal: list.signal } : {}),
      path: extra === '' ? list.path : `${list.path}${list.path.includes('?') ? '&' : '?'}${extra}`,
    });
    if (answer === undefined) return rows;
    const found = pointTo(answer, list.rows);
    if (!Array.isArray(found)) throw shopUnavailable('its answer holds no list where one was expected');
    rows.push(...found);
    if (!paging || found.length === 0) return rows;
    if (paging.kind === 'page') {
      if (found.length < paging.size) return rows;
      continue;
    }
    const next = pointTo(answer, paging.next);
    if (next === undefined || next === null || next === '' || String(next) === cursor) return rows;
    cursor = String(next);
  }
  return rows;
}
