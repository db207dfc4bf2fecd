import { anyOf } from '../../text/any-of.ts';

/**
 * Whole messages that mean yes or no; precision before recall. A message is a yes when nothing but the units below is in it.
 * Units are taken greedily, the longest first and without going back, so that the time is linear in the text.
 */
/** A unit of a message: one of several ways to say something, and what may end it. */
const unit = (ways: readonly string[], end: string): RegExp => new RegExp(`(?:${ways.join('|')})${end}`, 'y');

const AFTER_ZH = '(?:吧|啊|的|呀|了|哦|啦|嘛)*';
const YES_ZH = unit(
  [
    '就这样办|就这么办|就这样|就是这个|是这个|没问题|没错',
    '确认无误|确认|确定|同意|当然可以|当然要|当然',
    '可以|好滴|好嘞|好|对|是|行|要|需要',
    '提交|继续|办理|办|麻烦|嗯+|恩+|哦',
  ],
  AFTER_ZH,
);
/** What may follow a yes: "好的，帮我提交". */
const DO_ZH = /(?:请|麻烦)?(?:帮我)?(?:确认|提交|继续|处理|办理|取消|修改|退货|转人工|转接)(?:吧|一下|下)?/y;
const NO_ZH = unit(
  [
    '不是(?:这个|这单|那个)?(?:订单|商品)?',
    '不要|不用麻烦|不用|不需要|不必|不行|不对|不可以|不同意|不确认|不好|不想要?',
    '不取消|不改|不退|不换|先不要?|先别|别取消|别改|别提交|别',
    '还是算|算|没有|没|否|不|暂时不(?:用|要|需要)|错',
    '停|等等|等一下|我?再想想|我?再考虑一下|我?再看看|放弃|我?(?=不)',
  ],
  AFTER_ZH,
);
const YES_EN = unit(
  [
    'yes+|yeah|yep|yup|ya|yea|y|sure thing|sure|ok|okay|okey|k|alright|all right|fine|correct',
    'i confirm|confirm(?:ed)?|i agree|agreed?|absolutely|definitely|certainly|of course|exactly|right',
    "that'?s (?:right|correct|fine|it|the one)|that one|sounds (?:good|great)",
    'please go ahead|go ahead|go on|please do|please|do (?:it|that)|proceed|that works|works for me',
    "i'?m sure|affirmative|uh huh|why not|let'?s do (?:it|that)|i (?:do|am|would|want that)",
    '(?:cancel|change|submit|return|send) it|cancel the order|connect me|transfer me',
    'thanks|thank you|thx|great|it is|then',
  ],
  '(?: |$)',
);
const NO_EN = unit(
  [
    'nope|nah|no way|no need|no|never ?mind|nvm|not (?:now|yet|really|that one|necessary|interested)',
    "(?:please )?(?:don'?t|do not)(?: (?:do|cancel|change|send|submit|return) (?:it|that|anything))?(?: (?:just )?yet)?",
    'just yet|wrong|incorrect|stop|forget (?:about )?it|leave it|keep it|then|negative',
    "absolutely not|definitely not|i'?d rather not|maybe later",
    "i (?:don'?t|do not) (?:think so|want (?:to|that|it)|agree)|i don'?t|i changed my mind",
    "(?:i'?ll|let me|i need to|i want to) (?:have a )?think(?: (?:about it|it over|on it|first))?|i'?m good",
    "that'?s (?:wrong|not right|not it|not what i want|all)|it'?s (?:not|fine)|it isn'?t|wait no|wait|hold on",
    'thanks mate|thanks|thank you|thx|please|(?:do|cancel|change) (?:it|that)|as it is|the other one|mate|skip it',
  ],
  '(?: |$)',
);
/** A message of politeness alone is neither. */
const HEAD_EN = anyOf(
  /^(?:please|thanks|thank you|thx|great|it is|then|mate|do(?!n't| not)|cancel|change)/,
  /^(?:submit|return|send|connect|transfer|as it is|the other one|that'?s all|wait$)/,
  /^i (?:do|am|would)$/,
);
const POLITE = /谢谢|多谢|麻烦(?=[了你您]?$)|你好|您好|请(?=$)|亲|哈|～|~/g;
const YES_SIGN = /^(?:👌|👍|✅|🆗)+$/u;
const NO_SIGN = /^(?:❌|👎|🙅)+$/u;
const LONGEST = 60;

/** `yes` or `no` when the normalised message as a whole says it; undefined otherwise. */
export function findAnswer(normalised: string): 'yes' | 'no' | undefined {
  if (normalised.length > LONGEST || /[?？]\s*$/.test(normalised)) return undefined;
  const bare = normalised.replace(/\s/g, '');
  if (YES_SIGN.test(bare)) return 'yes';
  if (NO_SIGN.test(bare)) return 'no';
  const text = normalised
    .replace(/[\p{P}\p{S}]+/gu, (mark) => (mark === "'" ? mark : ' '))
    .replace(POLITE, ' ')
    .replace(/(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '' || HEAD_EN.test(text)) return undefined;
  // "好的不用了" says yes to the sentence and no to the offer: the refusal counts.
  const afterNod = text.replace(/^(?:好的?吧?|嗯+|ok(?:ay)?|行吧?|那)\s?(?=不|算|先|no|never|don)/, '');
  if (consistsOf(afterNod, [NO_ZH]) || consistsOf(afterNod, [NO_EN])) return 'no';
  return consistsOf(text, [YES_ZH, DO_ZH]) || consistsOf(text, [YES_EN]) ? 'yes' : undefined;
}

/** Whether the text is units of the sticky patterns from end to end; the first pattern opens it. */
function consistsOf(text: string, units: readonly RegExp[]): boolean {
  let at = 0;
  while (at < text.length) {
    const end = longestAt(text, at, at === 0 ? units.slice(0, 1) : units);
    if (end <= at) return false;
    at = end;
  }
  return text.length > 0;
}

function longestAt(text: string, at: number, units: readonly RegExp[]): number {
  let end = at;
  for (const unit of units) {
    unit.lastIndex = at;
    if (unit.test(text)) end = Math.max(end, unit.lastIndex);
  }
  return end;
}
