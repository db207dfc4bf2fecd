import type { Order } from '../../../stores/orders.ts';

/** Which orders a request is about. `exact`: the customer named them; otherwise they are the likely ones. */
export type Selection =
  | { kind: 'found'; orders: Order[]; exact: boolean }
  /** `closest`: own numbers that may have been meant. */
  | { kind: 'unknown_id'; ids: string[]; closest: string[] }
  /** Nothing fits what was said; the latest orders, if any. */
  | { kind: 'no_match'; latest: Order[] };

/** Orders that are shown at most where none is surely meant. */
export const SHOWN = 5;

/** `exact` where nothing is said of it: there is but one. */
export const found = (orders: Order[], exact = orders.length === 1): Selection => ({ kind: 'found', orders, exact });

export const noMatch = (latest: readonly Order[]): Selection => ({ kind: 'no_match', latest: latest.slice(0, SHOWN) });
