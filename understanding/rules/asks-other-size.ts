import { anyOf } from '../../text/any-of.ts';
import { pattern } from '../../text/pattern.ts';

const ASKING_ZH = /那|那么|请问|有没有|还有|有|要|来个|换成?|这款|它|[，, ]/u;
const SIZE_ZH = /[大小]一?[号码点些]|[大小]一点|最?[大小]|[大小][号码份瓶包盒杯盆]/u;
const BEHIND_ZH = /呢|吗|有吗|有没有|多少钱|什么价|怎么卖|有货吗/u;
const ASKING_EN = anyOf(
  /and |so |ok |what about |how about |do you have |have you got |is there |got |in /u,
  /does it come in |[, ]/u,
);
const SIZE_EN = /(?:big|large|small|mini|bigg|small|larg)(?:er|est)?/u;
const THING_EN = /one|size|version|bottle|pack|pot|box/u;
const STEP = anyOf(
  pattern`^${ASKING_ZH}*(?:再|更|稍微)?${SIZE_ZH}(?:儿)?(?:的|那[个款种]|装)?${BEHIND_ZH}?[?？。]?$`,
  pattern`^${ASKING_EN}*(?:the |a |any(?:thing)? |one )*(?:next |slightly |bit |even )?${SIZE_EN}(?: ${THING_EN})?s?(?: (?:up|down))?\??$`,
  /^(?:and |what about |how about )*(?:one|a) size (?:up|down|bigger|larger|smaller)\??$/u,
  /^(?:and |what about |how about |do you have )*(?:the |a )?next size (?:up|down)\??$/u,
);

/** "The smaller one?", 大一号的呢: another size of what is talked about, no exchange of what was bought. */
export const asksOtherSize = (normalised: string): boolean => STEP.test(normalised);
