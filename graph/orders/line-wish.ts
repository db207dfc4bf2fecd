import { anyOf } from '../../text/any-of.ts';
import { wishesFewer } from './changes/pieces-said.ts';

const THING = "(?:it|them|that|those|one|both|(?:the|my) [a-z][a-z '-]{1,40}?)";

const WISHES = anyOf(
  /\b(?:remove|drop|leave out|take (?:off|out)) (?:one |two |three |\d{1,3} |the |my |that |both )/,
  /\b(?:take|leave) (?:(?:one|two|three|\d{1,3}) of )?(?:the|my|that|those|these) .{2,40} (?:off|out)\b/,
  new RegExp(
    `\\bmake ${THING} (?:just |only |in |into |an? |the )*(?!(?:to|out|sure|quick|fast|snappy|clear|happen|work|stop|shorter|simple|simpler|easier|right|up)\\b)[a-z\\d-]+(?: [a-z\\d-]+)?(?: (?:one|version|please|instead|now))*$`,
  ),
  /\b(?:want|like|prefer|rather have) (?:the|my) [a-z' -]{2,30} in (?:an? )?[a-z\d-]+(?: please| instead)?$/,
  /\b(?:can|could|please|want|like|rather)\b.{0,60}\b(?:switch|swap|chang)\w*\b.{0,40}\b(?:to|for|into)\b/,
  /\b(?:can|could|want|like|rather)\b.{0,60}\binstead(?! of\b)/,
  /(?:能|可以|帮我|想).{0,24}(?:换|改)成/,
);
const GIVES_UP = /^(?:请|麻烦|帮我|把|那|我|[，, ])*.{1,16}(?:不(?:想|需)?要了|别要了|不想买了)/;

/**
 * What a message wishes of a thing in an order that was not sent yet: fewer or more of it, another variant, none at
 * all; undefined: it wishes nothing of that.
 */
export function lineWish(normalised: string): 'change_items' | 'cancel_order' | undefined {
  const said = normalised.replace(/[.!。！~]+$/u, '').trim();
  if (WISHES.test(said) || wishesFewer(said)) return 'change_items';
  return GIVES_UP.test(said) ? 'cancel_order' : undefined;
}
