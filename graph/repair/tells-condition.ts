import { untouchedSaid, usedSaid } from '../orders/changes/opened-said.ts';

const LONGEST = 40;
const SENT_BACK: ReadonlySet<string> = new Set(['return_order', 'exchange_order']);

/** "It's unopened", 没拆封: what a return that waits for its yes asks of the goods, told without a yes. */
export const tellsCondition = (normalised: string, action: string): boolean =>
  SENT_BACK.has(action) &&
  normalised.length <= LONGEST &&
  untouchedSaid(normalised) &&
  !usedSaid(normalised) &&
  !/[?？吗]/.test(normalised);
