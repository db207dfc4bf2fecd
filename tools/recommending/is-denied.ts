import { anyOf } from '../../text/any-of.ts';
import { pattern } from '../../text/pattern.ts';

const NOT_EN = anyOf(
  /not|no|isn't|aren't|don't|doesn't|can't|cannot|won't|dont|doesnt|cant/,
  /without|never|hate|avoid/,
);
const BETWEEN_EN = anyOf(
  /too|very|so|that|really|all|want|like|be|is|are|as|it|to|a|an|any|for|in|much|one|ones/,
  /something|anything|suit|suitable|support|take|have|contain|fit|come|with/,
);
const BEFORE = anyOf(
  /(?:[不没别少]|没那么|没有)(?:要|想要|想|喜欢|会|能|是|有|支持|适合)?(?:太|很|那么|这么|怎么|特别|够|带|含|大)?$/,
  pattern`\b${NOT_EN}(?: ${BETWEEN_EN})* ?$`,
);
const AFTER = /^(?:人|者|款|的人)?(?:都|也|是)?(?:不能|不可以|不可|不适合|不宜|不行|不支持|用不了|吃不了|喝不了)/;

/** Whether what stands between these words is denied: "don't suit …", 不要太…, 孕妇不能用. */
export const isDenied = (before: string, after: string): boolean => BEFORE.test(before) || AFTER.test(after);
