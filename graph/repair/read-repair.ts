import { anyOf } from '../../text/any-of.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import { findAnswer } from '../../understanding/slots/answer.ts';
import { consistsOf, plainWords } from './phrase-units.ts';
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

const AROUND_ZH =
  '能不能|可不可以|那么?|请|麻烦|你|您|我|能|可以|给我|跟我|帮我|一下|再|吧|啊|呢|呀|哈|嘛|了|的|好吧?|嗯+|额|呃|哦|喔|抱歉|不好意思|对不起|谢谢|刚才|刚刚|没错|是对的|行吗|好吗|可以吗|谢谢|吗|么';
const AROUND_EN =
  '(?:sorry|please|pls|plz|could|can|would|you|ok|okay|hm+|um+|uh+|well|just|for me|to me|thanks|thank you|mate|oh|actually|hey|then|so|and|but|me|i|a bit|now|there) ?';
const around = new RegExp(`(?:${AROUND_ZH})|${AROUND_EN}(?=\\S|$)`, 'y');

const unit = (zh: string, en: string): RegExp => new RegExp(`(?:${zh})|(?:${en})(?: |$)`, 'y');

const REPEAT = unit(
  '(?:再|重新?|重复)(?:说|讲|来|发|复述|念)?(?:一|1)?(?:遍|次|下)|重复|复述|(?:刚才|刚刚)?(?:你)?(?:刚才|刚刚)?(?:说|讲)(?:的是|了|的)?(?:什么|啥)(?:来着)?|(?:刚才|刚刚)(?:说|讲|问)(?:什么|啥)(?:来着)?|没(?:看清|听清|注意看)|什么来着|问(?:的)?(?:什么|啥)来着',
  "(?:say|repeat|tell|send|show|read|do|run)(?: (?:that|it|this|me|your last message|your (?:last )?(?:answer|reply|question)|what you said|the question))*(?: (?:again|once more|one more time))?(?= |$)(?<=again|once more|one more time|repeat|repeat (?:that|it|this|the question|what you said|your answer|your last message))|come again|again|once more|one more time|what did you (?:just )?(?:say|ask)(?: again)?|what (?:was|is) (?:that|the question|it)(?: again)?|sorry what|what was your question|pardon(?: me)?|i (?:missed|didn'?t catch|didnt catch) (?:that|it)|didn'?t catch that|say what",
);
const REPHRASE = unit(
  '说人话|讲人话|人话|(?:说|讲|解释)(?:得|的)?(?:简单|通俗|直白|明白|清楚|短|简短|白话)(?:一?些|一?点儿?|易懂)?|(?:简单|通俗|直白|简短)(?:一?些|一?点儿?|易懂)?(?:地)?(?:说|讲|解释)?|换(?:个|一个|一种)(?:说法|方式|说辞)(?:说|讲)?|(?:用)?大白话(?:说|讲)?|(?:太|有点)(?:长|复杂|绕|啰嗦)(?:了)?|长话短说|一句话(?:说清楚|概括|总结)?|总结|概括',
  "(?:(?:explain|say|put|tell|give)(?: (?:it|that|this|me|to me))* )?(?:in|with|using|use) (?:simple|simpler|plain|easy|easier|other|fewer|different|normal|layman'?s|human)(?: (?:words|terms|english|language))?|(?:simpler|shorter|simplify)(?: (?:it|that|this|version))?|(?:make (?:it|that) )?(?:simpler|shorter|simple|easier)|explain (?:it |that |this )?(?:like|as if) (?:im|i am|i'm|i was|to a) ?(?:five|5|a child|a kid|child|kid|an idiot)?|(?:say|put|explain|phrase) (?:it|that|this) (?:differently|another way|more simply|more simple|simply|simpler)|rephrase(?: (?:it|that|this))?|eli5|tldr|tl dr|too long|in short|(?:plain|simple) english|dumb it down|too complicated|that'?s too complicated",
);
const EXPLAIN = unit(
  '(?:这|那|这话|这句话)?(?:是)?(?:什么|啥)(?:意思|鬼)|几个意思|怎么说|(?:完全|还是|有点|真)?(?:没|不)(?:太|大|怎么)?(?:听懂|看懂|明白|懂|理解|清楚)(?:你(?:说|讲)的?)?|(?:听|看|搞|弄)不(?:懂|明白)(?:你(?:在)?(?:说|讲)(?:的)?(?:什么|啥)?)?|(?:解释|说明)|啥|什么|哈|蛤|诶|懵了|一头雾水|为什么(?:呢|啊)?(?:不行|不能|不可以|这样)?|为啥(?:不行|不能)?',
  "what (?:do|did) (?:you|u|that|this|it) mean(?: by (?:that|this|it))?|what does (?:that|this|it) mean|meaning|(?:i )?(?:still )?(?:do not|dont|don'?t|didnt|didn'?t|did not|cannot|cant|can'?t) (?:really |quite )?(?:understand|get it|get that|follow|get what you mean|understand (?:that|it|you))|(?:im|i'm|i am) (?:confused|lost)|explain(?: (?:that|it|this))?|huh|wdym|what|eh|(?:that )?makes no sense|come on what|confused|why(?: not| is that| so)?|how come",
);
const CANCEL = unit(
  '(?:还是|那就|就)?算(?:了|啦|咯)|(?:都|先)?(?:不|别|甭)(?:要|用|想)?(?:弄|办|改|退|换|取消|搞|买|申请|操作|提交|动|开|处理|管|问)(?:了|啦)?(?:它|这个|那个|这单|那单|订单|地址)?|不(?:要|用|需要|必|想要?)(?:了|啦)|取消(?:操作|申请|掉)?|放弃|作罢|先不(?:管|说|弄|办|问|提)(?:这个|那个|它|这事|了)?|(?:先)?(?:就)?(?:这样|放着|留着|保留)(?:吧)?|(?:先)?等等(?:再说)?|等一?下(?:再说)?|(?:回头|以后|改天|下次|晚点|一会儿?|待会儿?|到时候)再(?:说|看|弄|办|问)|没(?:什么)?事(?:儿)?(?:了)?|没(?:什么)?(?:问题|别的)了|当我没(?:说|问)|无所谓|停|打住|我?(?:后悔|改主意|反悔)了',
  "never ?mind(?: (?:that|it|then))?|nvm|nm|forget (?:it|that|about (?:it|that|this))|scrap (?:that|it|this)|scratch (?:that|it|this)|drop (?:that|it|this)|leave (?:it|that|this)(?: (?:as it is|as is|alone|be|for now|then|out))?|let it be|keep (?:it|the order|that|them|everything|it all|all of (?:it|them))|cancel(?: (?:that|it|this|the (?:request|return|change|process)))?|stop(?: (?:that|it|this))?|abort|no (?:longer|more)|not (?:now|any ?more|today|after all)|maybe later|(?:i )?changed my mind|no need|(?:please )?(?:don'?t|dont|do not)(?: (?:return|cancel|change|do|send|bother|submit|refund)(?: (?:it|that|this|anything|them))?)?|no|nope|nah|hold (?:off|it)|undo(?: (?:that|it))?|too late|skip it then|for now|it'?s (?:fine|ok|okay)|its fine",
);
const SKIP = unit(
  '(?:先)?(?:跳过|略过|过|下一(?:个|题|步))(?:这个|这题|这步|它)?|(?:这个)?(?:不|没法|没办法)(?:想)?(?:填|回答|告诉|提供)(?:了)?|不(?:想)?说|(?:我)?(?:也)?不(?:知道|清楚|记得)(?:是哪(?:个|单))?|忘(?:记)?了',
  "skip(?: (?:this one|that one|the question|it|that|this))?|pass|next(?: question)?|(?:i )?(?:rather not|prefer not to)(?: (?:say|tell))?|(?:i )?(?:don'?t|dont|do not) (?:know|remember|recall|have (?:it|that|one))(?: (?:it|that|which|which one))?|no idea|not sure|(?:i )?forgot|ignore (?:that|it|this)",
);
const HURRY = unit(
  '快快+|(?:搞|动作)?快(?:一?点儿?|一?些)|快回复?|赶紧|赶快|抓紧|急+|(?:很|好)急|着急|加急|催(?:催|促|单)?|(?:怎么|为什么|为啥|咋)?(?:这么|那么|太|好|真|有点)慢|等(?:得)?(?:太久|好久|半天|很久)|等不及|麻利点?|别(?:磨叽|磨蹭|拖)',
  'hurry(?: (?:up|it up|it along))?|(?:be )?(?:quick|quicker|faster|fast)(?: about it)?|make it (?:quick|fast)|asap|chop chop|quickly|(?:its |it is )?urgent|speed (?:it |this )?up|get a move on|chase (?:it|this)(?: up)?|why (?:is (?:it|this) |are you )?(?:so slow|taking so long)|whats taking (?:you )?so long|(?:this|it) is taking (?:forever|ages|too long|so long)|(?:its |you are |youre )?(?:so|too) slow|im (?:still )?waiting|still waiting',
);
const DONE = unit(
  '(?:刚才|刚刚|到底|究竟|一共|总共)?(?:都|给我|帮我|替我)*(?:改|取消|退|办|换|操作)(?:了|过)(?:些?什么|啥|哪些|哪几个)(?:东西|订单|商品)?(?:来着)?(?:你?再?(?:说|讲)一?[下遍次])?',
  '(?:what|which) (?:did|have|has|was|were|got|is)(?: (?:you|u|we|been|just|actually|already|now))* (?:changed?|cancell?ed|cancel|done|do)(?: (?:so far|exactly|just now))?|(?:did|have)(?: (?:you|u|we|just|actually|already))+ (?:changed?|cancel|cancell?ed|returned?|done|do) (?:anything|something)',
);
/** Gives up whatever it was, even when nothing is open. */
const SOFT_CANCEL =
  /算了|取消操作|不弄了|不办了|当我没|没事|不搞了|never ?mind|nvm|^(?:ok |well )?nm |keep everything|forget (?:it|that)|(?:scrap|scratch) (?:that|it)|changed my mind/;
const ABILITIES = anyOf(
  /^(?:那|所以|请问|能|可以)*(?:说说|介绍一下|告诉我)?(?:你|您|你们|机器人)?(?:到底|究竟|都|能|可以)*(?:说说|介绍一下|告诉我)?(?:你|您)?(?:会|能|可以|有|都)*(?:干|做|帮我(?:做|干)?|帮我?忙?|办|处理|回答|提供)(?:点|些|一些|哪些)?(?:什么|啥|嘛|吗|哪些事?|什么事情?|功能|服务|问题)(?:呢|啊|呀|吗)?$/,
  /^(?:你|您)?(?:有|都有)?(?:什么|啥|哪些)(?:功能|用|服务|能力)$|^(?:怎么用|怎么使用)你?$/,
  /^(?:so |then |ok |and )*(?:what (?:can|do|could) you (?:do|help)(?: (?:for me|with me|with|here|exactly|then))*|what (?:are|r) you (?:for|able to do|good for)|how can you help(?: me)?|what can i ask(?: you)?|help|what is this(?: chat)?(?: for)?|what do you know)$/,
);

/** Whether somebody is there. */
export const PRESENCE = anyOf(
  /^(?:你好|您好|嗨)?(?:还)?(?:在(?:吗|么|嘛|不在|不|呢|没)|有人(?:在)?(?:吗|么|嘛)?)$/,
  /^(?:hello )?(?:is )?any(?:one|body) (?:there|here|around)$|^(?:are )?you (?:still )?there$/,
);

/** A message of nothing but punctuation, emoji and sounds of thinking. */
const SOUNDS = /^(?:嗯+|额+|呃+|唔+|emm+|em+|hm+|um+|uh+|er+|ah+|mm+|hmm+)$/;

/** "Can I cancel it?" asks what may be done; it drops nothing. */
const MAY_CANCEL =
  /^(?:so |then |and )?(?:can|could|may) i (?:still )?cancel\b|^(?:那)?我?(?:还)?(?:能不能|可不可以|能|可以)(?:取消)/;

/** "可以，就这样": the change as it was put; without the yes in front 就这样 may leave things as they are. */
const YES_FIRST = /^(?:可以|好|行|对|是|嗯|没问题|没错|确认|ok)/;

/** Asked of a change that waits for its yes, which names its order and things. */
const WHICH =
  /^(?:是|你?说的是|那|这)?哪(?:一)?(?:个|单|件|笔|几个|些)(?:订单|商品)?(?:啊|呀|来着|呢)?$|^(?:and |so |wait )?which (?:one|order|ones|orders)(?: (?:is|was|are|were) (?:that|it|this|those|they))?(?: again)?$/;

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
  if (consistsOf(words, DONE, around)) return 'done';
  if (consistsOf(words, REPHRASE, around)) return 'rephrase';
  if (consistsOf(words, REPEAT, around) || (open.action !== undefined && WHICH.test(words))) return 'repeat';
  if (consistsOf(words, EXPLAIN, around)) return 'explain';
  if (consistsOf(words, HURRY, around)) return 'hurry';
  if (!open.question) return SOFT_CANCEL.test(words) && consistsOf(words, CANCEL, around) ? 'cancel' : undefined;
  if (consistsOf(words, SKIP, around)) return 'skip';
  if (MAY_CANCEL.test(words)) return undefined;
  if (open.action !== undefined && YES_FIRST.test(words) && findAnswer(normalised) === 'yes') return undefined;
  // "Cancel" where a cancelling is to be confirmed may mean yes: it is asked again.
  if (open.action === 'cancel_order' && /^(?:取消|cancel)$/.test(words)) return 'silence';
  if (open.action === 'cancel_order' && (CANCELS_IT.test(words) || assents(text, open.action))) return undefined;
  return consistsOf(words, CANCEL, around) ? 'cancel' : undefined;
}
