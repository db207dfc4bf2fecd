import { anyOf } from '../../text/any-of.ts';

const STEP = anyOf(
  /^(?:那|那么|请问|有没有|还有|有|要|来个|换成?|这款|它|[，, ])*(?:再|更|稍微)?(?:[大小]一?[号码点些]|[大小]一点|最?[大小]|[大小][号码份瓶包盒杯盆])(?:儿)?(?:的|那[个款种]|装)?(?:呢|吗|有吗|有没有|多少钱|什么价|怎么卖|有货吗)?[?？。]?$/u,
  /^(?:and |so |ok |what about |how about |do you have |have you got |is there |got |in |does it come in |[, ])*(?:the |a |any(?:thing)? |one )*(?:next |slightly |bit |even )?(?:big|large|small|mini|bigg|small|larg)(?:er|est)?(?: (?:one|size|version|bottle|pack|pot|box))?s?(?: (?:up|down))?\??$/u,
  /^(?:and |what about |how about )*(?:one|a) size (?:up|down|bigger|larger|smaller)\??$/u,
  /^(?:and |what about |how about |do you have )*(?:the |a )?next size (?:up|down)\??$/u,
);

/** "The smaller one?", 大一号的呢: another size of what is talked about, no exchange of what was bought. */
export const asksOtherSize = (normalised: string): boolean => STEP.test(normalised);
