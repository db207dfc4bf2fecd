import type { OrderItem } from '../../../stores/orders.ts';
import { anyOf } from '../../../text/any-of.ts';
import { parseNumber } from '../../../understanding/slots/numbers.ts';
import { PIECES } from '../../../understanding/slots/quantity.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';

const HAN = '([一两二三四五六七八九十\\d]{1,3})';
/** "6.5 ft" is a size, not six of them. */
const MEASURED =
  '(?![.,]?\\d|\\s?(?:ft|feet|foot|inch(?:es)?|in\\b|cm|mm|m\\b|kgs?|g\\b|lbs?|oz|lit(?:er|re)s?|l\\b|ml|%|"))';
const ENGLISH = `(one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,3})${MEASURED}`;

/** So many and no more are wanted: 只要一盒, "I only want one of them". */
const ONLY_WANTED = anyOf(
  new RegExp(`(?:只|就)(?:想|需)?要\\s?${HAN}${PIECES}`, 'iu'),
  new RegExp(
    `\\b(?:just|only) (?:want|need|wanted|needed|ordered)(?: to (?:have|buy|order|return))? ${ENGLISH}\\b`,
    'iu',
  ),
);
/** How many of a line: "one" counts here, where one of several is meant. */
const COUNT = anyOf(
  new RegExp(`(?:只|就|仅|单|退|要|其中)(?:要|想)?退?\\s?${HAN}${PIECES}`, 'iu'),
  new RegExp(`(?:[里中]面?|其中)有\\s?${HAN}${PIECES}|有\\s?${HAN}${PIECES}(?:是)?(?:裂|坏|破|碎|烂|漏)`, 'iu'),
  new RegExp(`\\b(?:just|only|return|send back|remove|drop|take(?: off| out)?)\\s+(?:the\\s+)?${ENGLISH}\\b`, 'iu'),
  ONLY_WANTED,
  new RegExp(`\\bmake (?:it|that|them) (?:just |only )?${ENGLISH}\\b`, 'iu'),
  new RegExp(`\\b${ENGLISH} (?:of (?:them|the|those|these|my)|(?:pair|pack|piece|set|box|bag|bottle)s?\\b)`, 'iu'),
);
/** What the number of pieces is to become. */
const QUANTITY = anyOf(
  new RegExp(`数量|改[成为]?\\s*(?:买|要)?\\s*${HAN}\\s*${PIECES}`, 'iu'),
  new RegExp(`(?:只|就)(?:想|需)?要\\s?${HAN}|要${HAN}${PIECES}(?:就|够)`, 'iu'),
  ONLY_WANTED,
  new RegExp(`\\bmake (?:the|my|those)(?: [a-z'-]+){1,3} ${ENGLISH}(?: (?:instead|please|now|of)\\b|[.!]*$)`, 'iu'),
  new RegExp(`\\b${ENGLISH} instead of ${ENGLISH}\\b`, 'iu'),
  new RegExp(`\\b(?:quantity|how many|(?:just|only) ${ENGLISH}|make (?:it|that|them) ${ENGLISH})\\b`, 'iu'),
);
/** "Make the pots five", "five instead of four". */
const WISHED = anyOf(
  new RegExp(`\\bmake (?:the|my|it|that|them|those)(?: [a-z'-]+){0,3} ${ENGLISH}\\b`, 'iu'),
  new RegExp(`\\b${ENGLISH} (?:[a-z'-]+ )?(?:instead|rather than|not) (?:of )?${ENGLISH}\\b`, 'iu'),
);
/** More of the same: 再加一盒, 少买了一盒, "add another box". */
const MORE = anyOf(
  new RegExp(`(?:(?:再|多)(?:加|来|要|拿|添|买)|加)(?:上|买)?${HAN}?${PIECES}`, 'iu'),
  new RegExp(`少(?:买|拍|订|下)了${HAN}${PIECES}`, 'iu'),
  new RegExp(`\\badd (?:another|an extra|${ENGLISH} (?:more|extra|additional))\\b`, 'iu'),
  new RegExp(`\\b${ENGLISH} more (?:box|pack|bag|bottle|piece|set|pair|of)\\b`, 'iu'),
);
/** Fewer of the same: 少要一件, 去掉一箱, 多拍了一件. */
const FEWER = anyOf(
  new RegExp(`(?:少|减|去掉|删掉|拿掉|退掉|取消)(?:要|买|拿|来|掉|去|订|拍)?${HAN}${PIECES}`, 'iu'),
  new RegExp(`多(?:买|拍|订|下)了${HAN}${PIECES}`, 'iu'),
);
const REMOVE = anyOf(
  /去掉|删掉|删除|不要了|不想要了|不需要了|拿掉|取消|退掉/i,
  /\b(?:remove|cancel|take (?:out|off)|take .{1,40} (?:out|off)|drop|leave out|without the)\b/i,
  /\bdo(?:n'?t| not) (?:want|need) the\b/i,
);

const numberIn = (pattern: RegExp, text: string): number | undefined => {
  const word = pattern
    .exec(text.normalize('NFKC'))
    ?.slice(1)
    .find((one) => one !== undefined);
  return word === undefined ? undefined : parseNumber(word.toLowerCase());
};

/** How many pieces of a line a message speaks of. */
export const countSaid = (text: string): number | undefined => numberIn(COUNT, text);

/** So many pieces of a line; all of them where it has no more. */
export const piecesOf = (
  { line, quantity: has }: Pick<OrderItem, 'line' | 'quantity'>,
  quantity: number | undefined,
): { line: number; quantity?: number } => ({
  line,
  ...(quantity !== undefined && quantity < has ? { quantity } : {}),
});

/** Whether a message wants fewer pieces than were ordered. */
export const wishesFewer = (text: string): boolean => FEWER.test(text) || ONLY_WANTED.test(text);

/** Whether a message takes something out of an order. */
export const takesOut = (text: string): boolean => REMOVE.test(text);

const KEEPS = anyOf(
  /留着|保留|不动|别动|不变|(?<!什么|[为么])(?:不|别|不用|不要|不想)退(?!款|货款|[吗么])/i,
  /\b(?:keep|leave) (?:the|my|that|it)\b|^(?:and |but |oh |[, ])*not (?:the|my|that) [a-z]/i,
  /(?:\b(?:not|dont|wont)|n['’]t) (?:return|send back|sending back|returning)\b/i,
  /\bas (?:it is|they are)\b/i,
);

/** Whether a message leaves something as it is. */
export const saysKeep = (text: string): boolean => KEEPS.test(text);

const CLAUSE_END = /[,，。;；!！\n]|\.(?=\s|$)|\bbut\b|但是?/u;

/** 除了茶盘都…, "everything except the tray". */
const EXCEPT = anyOf(
  /除了?[^，,。;；]{1,24}?(?:以外|之外|外)?(?=都|全|其[他余它]|[，,])/giu,
  /\b(?:except|apart from|other than|all but)\b[^,.;]{1,40}/giu,
);

/** "The pot goes back, keep the mugs": what is said of what stays, and all else. */
export function keepApart(text: string): { stays: string; goes: string } {
  const clauses = text.replace(EXCEPT, ' ').split(CLAUSE_END);
  const { stays = [], goes = [] } = Object.groupBy(clauses, (one) => (saysKeep(one) ? 'stays' : 'goes'));
  return { stays: [...(text.match(EXCEPT) ?? []), ...stays].join(', '), goes: goes.join(', ') };
}

/** Any number, where one was asked for. */
const ANY = anyOf(new RegExp(HAN, 'iu'), new RegExp(`\\b${ENGLISH}\\b`, 'iu'));
/** 两只装, "pack of two" are how a thing is sold, not how many of it. */
const PACKS = new RegExp(
  `${HAN}\\s?${PIECES}(?:装|入)|\\b(?:packs?|sets?|box(?:es)?) of ${ENGLISH}\\b|\\b${ENGLISH}[- ]?packs?\\b`,
  'giu',
);

/** The pieces that a line is to have, of those that it has; undefined: the message does not tell. `asked`: how many was asked. */
export function piecesWished(
  { text: said, slots }: Pick<UnderstoodRequest, 'text' | 'slots'>,
  has: number,
  asked: boolean,
): number | undefined {
  const text = said.replace(PACKS, ' ');
  const fewer = numberIn(FEWER, text);
  if (fewer !== undefined) return Math.max(0, has - fewer);
  if (MORE.test(text.normalize('NFKC'))) return has + (numberIn(MORE, text) ?? 1);
  if (takesOut(text)) return Math.max(0, has - (countSaid(text) ?? has));
  if (!asked && !QUANTITY.test(text)) return undefined;
  // "Five instead of four": the number that is wished for.
  const wished = numberIn(WISHED, text);
  return (
    wished ??
    (text === said ? slots.quantity : undefined) ??
    countSaid(text) ??
    (asked ? numberIn(ANY, text) : undefined)
  );
}
