import { anyOf } from '../../text/any-of.ts';

const STILL_BROKEN = anyOf(
  /^(?:but |sorry,? |ok,? |yes,? |no,? )*(?:(?:i|we)(?:'ve| have)? )?(?:already |just )?(?:tried|did|done|checked|cleaned|reset|restarted) (?:that|it|this|those|all|everything|both|them)\b.{0,40}$/,
  /^(?:but |and |sorry,? |no,? )*(?:(?:it|that|this)(?:'s| is| has)? )?still (?:the same|no\b|not\b|doesn'?t|does not|won'?t|will not|isn'?t|broken|happen|say|show|there|on)\b.{0,40}$/,
  /^(?:but |and |sorry,? |no,? )*(?:(?:that|it|this) )?(?:did(?:n'?t| not)|does(?:n'?t| not)) (?:help|work|fix|change|do)\b.{0,24}$/,
  /^(?:no|same|nothing|none of)\b.{0,16}\b(?:luck|change|difference|effect|joy|problem|issue|error|again|help\w*|work\w*|thing)[.! ]*$/,
  /^.{0,12}(?:试过|试了|照做|做了|弄过|弄了|换过|检查过|重启过?|清理过?).{0,10}(?:不行|没用|一样|没反应|不管用|不好使|不动|报错|没变)/,
  /^(?:但|可是?|都|[，, ])*(?:还是|仍然?|依然|依旧)(?:不行|这样|那样|老样子|一样|没用|没反应|不好使|不管用|报错|不动|坏的|有问题|没好|没变化?|这个问题).{0,4}$/,
  /^.{0,8}(?:没有?用|不管用|没效果|没解决|不起作用)(?:啊|呀|了|的)?[。.!！]*$/,
  /^(?:都|全)?(?:试过|试|照做|做)了[。.]*$/,
);

/** "Tried that, still the same", 还是不行: what was advised has not helped. */
export const isStillBroken = (normalised: string): boolean => STILL_BROKEN.test(normalised);
