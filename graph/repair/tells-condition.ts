import { anyOf } from '../../text/any-of.ts';

const UNTOUCHED = anyOf(
  /(?:没有?|还没|未)(?:拆|使?用|穿|开)(?:封|过)?|全新的?|吊牌(?:还)?在|原包装/,
  /\b(?:un(?:opened|used|worn|touched)|(?:still |all )?sealed|(?:not|never|haven'?t|hasn'?t) (?:been |even )*(?:opened|used|worn)|brand new|tags? (?:are |is )?still (?:on|there))\b/,
);
const LONGEST = 40;
const SENT_BACK: ReadonlySet<string> = new Set(['return_order', 'exchange_order']);

/** "It's unopened", 没拆封: what a return that waits for its yes asks of the goods, told without a yes. */
export const tellsCondition = (normalised: string, action: string): boolean =>
  SENT_BACK.has(action) && normalised.length <= LONGEST && UNTOUCHED.test(normalised) && !/[?？吗]/.test(normalised);
