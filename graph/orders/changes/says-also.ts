import { anyOf } from '../../../text/any-of.ts';

const ALSO = anyOf(
  /(?:^|[，,。；;\s我您])也(?!许|行|可以|好|罢|就是)|还(?:要|想|得|有|需)|另外|顺便|顺带|一起/,
  /一并|同时|再(?:退|换|取消|加上|帮|把|给)|加上/,
  /\b(?:also|too|as well|in addition|additionally|besides|plus|while you(?:'re| are) at it)\b/,
  /\b(?:another thing|on top of (?:that|it))\b/,
  /^(?:and|oh and)\b/,
);

/** Whether something is wished beside what was wished before: "also", 也, 另外. From normalised text. */
export const saysAlso = (normalised: string): boolean => ALSO.test(normalised);

const INSTEAD = anyOf(
  /[只就仅](?:要|退|换|想|取消|需)|而不是|不是|还是|换成|改成|改为/,
  /\b(?:only|just|instead|rather|actually|not the|i meant?|make (?:it|that))\b/,
);

/** Whether a message puts something in the place of what was said: "only the lamp", "not the kettle". */
export const saysInstead = (normalised: string): boolean => INSTEAD.test(normalised);
