import { anyOf } from '../../text/any-of.ts';
import { PIECES } from '../../understanding/slots/quantity.ts';

const HAN = '[一两二三四五六七八九十\\d]{1,3}';
const ENGLISH = '(?:one|two|three|four|five|\\d{1,3})';
const THING = "(?:it|them|that|those|one|both|(?:the|my) [a-z][a-z '-]{1,40}?)";

const WISHES = anyOf(
  new RegExp(`^(?:请|麻烦|帮我|把|那|我|想|[，, ])*.{1,16}(?:只|就)(?:想|需)?要${HAN}${PIECES}`),
  new RegExp(
    `(?:少|减)(?:要|买|拿|来|掉|去)?${HAN}${PIECES}|多(?:买|拍|订|下)了${HAN}${PIECES}|(?:去掉|删掉|拿掉)${HAN}${PIECES}`,
  ),
  new RegExp(`\\b(?:just|only) (?:want|need|wanted|needed)(?: to (?:have|buy|order))? ${ENGLISH}\\b`),
  new RegExp(`\\b(?:remove|drop|leave out|take (?:off|out)) (?:${ENGLISH} |the |my |that |both )`),
  new RegExp(`\\b(?:take|leave) (?:${ENGLISH} of )?(?:the|my|that|those|these) .{2,40} (?:off|out)\\b`),
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
  if (WISHES.test(said)) return 'change_items';
  return GIVES_UP.test(said) ? 'cancel_order' : undefined;
}
