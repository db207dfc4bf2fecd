import { anyOf } from '../../text/any-of.ts';
import { pattern } from '../../text/pattern.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import { findAnswer } from '../../understanding/slots/answer.ts';
import { consistsOf, plainWords } from './consists-of.ts';
import { AROUND, CANCEL, DONE, EXPLAIN, HURRY, REPEAT, REPHRASE, SKIP } from './repair-units.ts';
import { assents } from './waiting/assent.ts';

/**
 * What a message does to the conversation itself instead of asking something of the shop:
 * silence: nothing but signs; puzzled: "？"; repeat, rephrase, explain: the last reply again, simpler, or what it meant;
 * cancel, skip: what was asked is dropped or passed over; abilities: what the assistant can do; done: what was changed so
 * far; hurry: impatience, without a word about what is to be quick.
 */
export const REPAIRS = [
  'silence',
  'repeat',
  'rephrase',
  'explain',
  'cancel',
  'skip',
  'abilities',
  'done',
  'hurry',
] as const;
export type Repair = (typeof REPAIRS)[number];

const LONGEST = 60;

/** Gives up whatever it was, even when nothing is open. */
const SOFT_CANCEL = anyOf(
  /算了|取消操作|不弄了|不办了|当我没|没事|不搞了|never ?mind|nvm|^(?:ok |well )?nm /,
  /keep everything|forget (?:it|that)|(?:scrap|scratch) (?:that|it)|changed my mind/,
);
const TELL_ZH = /说说|介绍一下|告诉我/;
const YOU_TELL_ZH = pattern`${TELL_ZH}?(?:你|您|你们|机器人)?(?:到底|究竟|都|能|可以)*${TELL_ZH}?(?:你|您)?`;
const DO_ZH = /(?:会|能|可以|有|都)*(?:干|做|帮我(?:做|干)?|帮我?忙?|办|处理|回答|提供)(?:点|些|一些|哪些)?/;
const WHAT_ZH = /(?:什么|啥|嘛|吗|哪些事?|什么事情?|功能|服务|问题)(?:呢|啊|呀|吗)?/;
const ABILITIES_EN = anyOf(
  /what (?:can|do|could) you (?:do|help)(?: (?:for me|with me|with|here|exactly|then))*/,
  /what (?:are|r) you (?:for|able to do|good for)|how can you help(?: me)?/,
  /what can i ask(?: you)?|help|what is this(?: chat)?(?: for)?|what do you know/,
);
const ABILITIES = anyOf(
  pattern`^(?:那|所以|请问|能|可以)*${YOU_TELL_ZH}${DO_ZH}${WHAT_ZH}$`,
  /^(?:你|您)?(?:有|都有)?(?:什么|啥|哪些)(?:功能|用|服务|能力)$|^(?:怎么用|怎么使用)你?$/,
  pattern`^(?:so |then |ok |and )*${ABILITIES_EN}$`,
);

/** Whether somebody is there. */
export const PRESENCE = anyOf(
  /^(?:你好|您好|嗨)?(?:还)?(?:在(?:吗|么|嘛|不在|不|呢|没)|有人(?:在)?(?:吗|么|嘛)?)$/,
  /^(?:hello )?(?:is )?any(?:one|body) (?:there|here|AROUND)$|^(?:are )?you (?:still )?there$/,
);

/** A message of nothing but punctuation, emoji and sounds of thinking. */
const SOUNDS = /^(?:嗯+|额+|呃+|唔+|emm+|em+|hm+|um+|uh+|er+|ah+|mm+|hmm+)$/;

/** "Can I cancel it?" asks what may be done; it drops nothing. */
const MAY_CANCEL =
  /^(?:so |then |and )?(?:can|could|may) i (?:still )?cancel\b|^(?:那)?我?(?:还)?(?:能不能|可不可以|能|可以)(?:取消)/;

/** "可以，就这样": the change as it was put; without the yes in front 就这样 may leave things as they are. */
const YES_FIRST = /^(?:可以|好|行|对|是|嗯|没问题|没错|确认|ok)/;

/** Asked of a change that waits for its yes, which names its order and things. */
const WHICH = anyOf(
  /^(?:是|你?说的是|那|这)?哪(?:一)?(?:个|单|件|笔|几个|些)(?:订单|商品)?(?:啊|呀|来着|呢)?$/,
  /^(?:and |so |wait )?which (?:one|order|ones|orders)(?: (?:is|was|are|were) (?:that|it|this|those|they))?(?: again)?$/,
);

const CANCELS_IT = /^(?:就|那就|请|please )?(?:取消(?:它|吧|掉)|cancel (?:it|that))/;

/** How far into talk about the conversation a message is; undefined: it asks something of the shop, or answers. */
export function readRepair(text: string, open: { question: boolean; action?: string | undefined }): Repair | undefined {
  const normalised = normaliseText(text);
  if (normalised.length > LONGEST) return undefined;
  const words = plainWords(normalised);
  if (words === '') return /[?？]/.test(normalised) && !open.question ? 'explain' : 'silence';
  // To a change that waits for its yes a nod is one; "嗯……" still thinks.
  if (open.action !== undefined && /^(?:嗯{1,3}|恩{1,3})[。.!！~～]?$/.test(normalised)) return undefined;
  if (SOUNDS.test(words)) return 'silence';
  if (PRESENCE.test(words)) return 'silence';
  if (ABILITIES.test(words)) return 'abilities';
  if (consistsOf(words, DONE, AROUND)) return 'done';
  if (consistsOf(words, REPHRASE, AROUND)) return 'rephrase';
  if (consistsOf(words, REPEAT, AROUND) || (open.action !== undefined && WHICH.test(words))) return 'repeat';
  if (consistsOf(words, EXPLAIN, AROUND)) return 'explain';
  if (consistsOf(words, HURRY, AROUND)) return 'hurry';
  if (!open.question) return SOFT_CANCEL.test(words) && consistsOf(words, CANCEL, AROUND) ? 'cancel' : undefined;
  if (consistsOf(words, SKIP, AROUND)) return 'skip';
  if (MAY_CANCEL.test(words)) return undefined;
  if (open.action !== undefined && YES_FIRST.test(words) && findAnswer(normalised) === 'yes') return undefined;
  // "Cancel" where a cancelling is to be confirmed may mean yes: it is asked again.
  if (open.action === 'cancel_order' && /^(?:取消|cancel)$/.test(words)) return 'silence';
  if (open.action === 'cancel_order' && (CANCELS_IT.test(words) || assents(text, open.action))) return undefined;
  return consistsOf(words, CANCEL, AROUND) ? 'cancel' : undefined;
}
