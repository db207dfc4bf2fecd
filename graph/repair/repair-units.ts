import { anyOf } from '../../text/any-of.ts';
import { pattern } from '../../text/pattern.ts';

// Units of `consistsOf`: a message is taken for a repair when it is made of nothing but one of these and words around it.

const AROUND_ZH = anyOf(
  /能不能|可不可以|那么?|请|麻烦|你|您|我|能|可以|给我|跟我|帮我|一下|再|吧|啊|呢|呀|哈|嘛|了/,
  /的|好吧?|嗯+|额|呃|哦|喔|抱歉|不好意思|对不起|谢谢|刚才|刚刚|没错|是对的|行吗|好吗|可以吗/,
  /谢谢|吗|么/,
);
const AROUND_EN = anyOf(
  /sorry|please|pls|plz|could|can|would|you|ok|okay|hm+|um+|uh+|well|just|for me|to me|thanks/,
  /thank you|mate|oh|actually|hey|then|so|and|but|me|i|a bit|now|there/,
);
/** Politeness and fillers beside what is said. */
export const AROUND = sticky(pattern`${AROUND_ZH}|${AROUND_EN} ?(?=\S|$)`);

/** The last reply once more. */
export const REPEAT = unit(
  anyOf(
    /(?:再|重新?|重复)(?:说|讲|来|发|复述|念)?(?:一|1)?(?:遍|次|下)|重复|复述/,
    /(?:刚才|刚刚)?(?:你)?(?:刚才|刚刚)?(?:说|讲)(?:的是|了|的)?(?:什么|啥)(?:来着)?/,
    /(?:刚才|刚刚)(?:说|讲|问)(?:什么|啥)(?:来着)?|没(?:看清|听清|注意看)|什么来着/,
    /问(?:的)?(?:什么|啥)来着/,
  ),
  anyOf(
    /(?:say|repeat|tell|send|show|read|do|run)(?: (?:that|it|this|me|your last message|your (?:last )?(?:answer|reply|question)|what you said|the question))*(?: (?:again|once more|one more time))?(?= |$)(?<=again|once more|one more time|repeat|repeat (?:that|it|this|the question|what you said|your answer|your last message))/,
    /come again|again|once more|one more time|what did you (?:just )?(?:say|ask)(?: again)?/,
    /what (?:was|is) (?:that|the question|it)(?: again)?|sorry what|what was your question/,
    /pardon(?: me)?|i (?:missed|didn'?t catch|didnt catch) (?:that|it)|didn'?t catch that/,
    /say what/,
  ),
);

/** The last reply in simpler or fewer words. */
export const REPHRASE = unit(
  anyOf(
    /说人话|讲人话|人话/,
    /(?:说|讲|解释)(?:得|的)?(?:简单|通俗|直白|明白|清楚|短|简短|白话)(?:一?些|一?点儿?|易懂)?/,
    /(?:简单|通俗|直白|简短)(?:一?些|一?点儿?|易懂)?(?:地)?(?:说|讲|解释)?/,
    /换(?:个|一个|一种)(?:说法|方式|说辞)(?:说|讲)?|(?:用)?大白话(?:说|讲)?/,
    /(?:太|有点)(?:长|复杂|绕|啰嗦)(?:了)?|长话短说|一句话(?:说清楚|概括|总结)?|总结|概括/,
  ),
  anyOf(
    /(?:(?:explain|say|put|tell|give)(?: (?:it|that|this|me|to me))* )?(?:in|with|using|use) (?:simple|simpler|plain|easy|easier|other|fewer|different|normal|layman'?s|human)(?: (?:words|terms|english|language))?/,
    /(?:simpler|shorter|simplify)(?: (?:it|that|this|version))?/,
    /(?:make (?:it|that) )?(?:simpler|shorter|simple|easier)/,
    /explain (?:it |that |this )?(?:like|as if) (?:im|i am|i'm|i was|to a) ?(?:five|5|a child|a kid|child|kid|an idiot)?/,
    /(?:say|put|explain|phrase) (?:it|that|this) (?:differently|another way|more simply|more simple|simply|simpler)/,
    /rephrase(?: (?:it|that|this))?|eli5|tldr|tl dr|too long|in short|(?:plain|simple) english/,
    /dumb it down|too complicated|that'?s too complicated/,
  ),
);

/** What the last reply means. */
export const EXPLAIN = unit(
  anyOf(
    /(?:这|那|这话|这句话)?(?:是)?(?:什么|啥)(?:意思|鬼)|几个意思|怎么说/,
    /(?:完全|还是|有点|真)?(?:没|不)(?:太|大|怎么)?(?:听懂|看懂|明白|懂|理解|清楚)(?:你(?:说|讲)的?)?/,
    /(?:听|看|搞|弄)不(?:懂|明白)(?:你(?:在)?(?:说|讲)(?:的)?(?:什么|啥)?)?|(?:解释|说明)|啥|什么/,
    /哈|蛤|诶|懵了|一头雾水|为什么(?:呢|啊)?(?:不行|不能|不可以|这样)?|为啥(?:不行|不能)?/,
  ),
  anyOf(
    /what (?:do|did) (?:you|u|that|this|it) mean(?: by (?:that|this|it))?/,
    /what does (?:that|this|it) mean|meaning/,
    /(?:i )?(?:still )?(?:do not|dont|don'?t|didnt|didn'?t|did not|cannot|cant|can'?t) (?:really |quite )?(?:understand|get it|get that|follow|get what you mean|understand (?:that|it|you))/,
    /(?:im|i'm|i am) (?:confused|lost)|explain(?: (?:that|it|this))?|huh|wdym|what|eh/,
    /(?:that )?makes no sense|come on what|confused|why(?: not| is that| so)?|how come/,
  ),
);

/** What was asked is dropped. */
export const CANCEL = unit(
  anyOf(
    /(?:还是|那就|就)?算(?:了|啦|咯)/,
    /(?:都|先)?(?:不|别|甭)(?:要|用|想)?(?:弄|办|改|退|换|取消|搞|买|申请|操作|提交|动|开|处理|管|问)(?:了|啦)?(?:它|这个|那个|这单|那单|订单|地址)?/,
    /不(?:要|用|需要|必|想要?)(?:了|啦)|取消(?:操作|申请|掉)?|放弃|作罢/,
    /先不(?:管|说|弄|办|问|提)(?:这个|那个|它|这事|了)?/,
    /(?:先)?(?:就)?(?:这样|放着|留着|保留)(?:吧)?|(?:先)?等等(?:再说)?|等一?下(?:再说)?/,
    /(?:回头|以后|改天|下次|晚点|一会儿?|待会儿?|到时候)再(?:说|看|弄|办|问)/,
    /没(?:什么)?事(?:儿)?(?:了)?|没(?:什么)?(?:问题|别的)了|当我没(?:说|问)|无所谓|停|打住/,
    /我?(?:后悔|改主意|反悔)了/,
  ),
  anyOf(
    /never ?mind(?: (?:that|it|then))?|nvm|nm|forget (?:it|that|about (?:it|that|this))/,
    /scrap (?:that|it|this)|scratch (?:that|it|this)|drop (?:that|it|this)/,
    /leave (?:it|that|this)(?: (?:as it is|as is|alone|be|for now|then|out))?|let it be/,
    /keep (?:it|the order|that|them|everything|it all|all of (?:it|them))/,
    /cancel(?: (?:that|it|this|the (?:request|return|change|process)))?/,
    /stop(?: (?:that|it|this))?|abort|no (?:longer|more)|not (?:now|any ?more|today|after all)/,
    /maybe later|(?:i )?changed my mind|no need/,
    /(?:please )?(?:don'?t|dont|do not)(?: (?:return|cancel|change|do|send|bother|submit|refund)(?: (?:it|that|this|anything|them))?)?/,
    /no|nope|nah|hold (?:off|it)|undo(?: (?:that|it))?|too late|skip it then|for now/,
    /it'?s (?:fine|ok|okay)|its fine/,
  ),
);

/** What was asked is passed over. */
export const SKIP = unit(
  anyOf(
    /(?:先)?(?:跳过|略过|过|下一(?:个|题|步))(?:这个|这题|这步|它)?/,
    /(?:这个)?(?:不|没法|没办法)(?:想)?(?:填|回答|告诉|提供)(?:了)?|不(?:想)?说/,
    /(?:我)?(?:也)?不(?:知道|清楚|记得)(?:是哪(?:个|单))?|忘(?:记)?了/,
  ),
  anyOf(
    /skip(?: (?:this one|that one|the question|it|that|this))?|pass|next(?: question)?/,
    /(?:i )?(?:rather not|prefer not to)(?: (?:say|tell))?/,
    /(?:i )?(?:don'?t|dont|do not) (?:know|remember|recall|have (?:it|that|one))(?: (?:it|that|which|which one))?/,
    /no idea|not sure|(?:i )?forgot|ignore (?:that|it|this)/,
  ),
);

/** Impatience. */
export const HURRY = unit(
  anyOf(
    /快快+|(?:搞|动作)?快(?:一?点儿?|一?些)|快回复?|赶紧|赶快|抓紧|急+|(?:很|好)急|着急|加急/,
    /催(?:催|促|单)?|(?:怎么|为什么|为啥|咋)?(?:这么|那么|太|好|真|有点)慢/,
    /等(?:得)?(?:太久|好久|半天|很久)|等不及|麻利点?|别(?:磨叽|磨蹭|拖)/,
  ),
  anyOf(
    /hurry(?: (?:up|it up|it along))?|(?:be )?(?:quick|quicker|faster|fast)(?: about it)?/,
    /make it (?:quick|fast)|asap|chop chop|quickly|(?:its |it is )?urgent|speed (?:it |this )?up/,
    /get a move on|chase (?:it|this)(?: up)?/,
    /why (?:is (?:it|this) |are you )?(?:so slow|taking so long)|whats taking (?:you )?so long/,
    /(?:this|it) is taking (?:forever|ages|too long|so long)/,
    /(?:its |you are |youre )?(?:so|too) slow|im (?:still )?waiting|still waiting/,
  ),
);

/** What was changed so far. */
export const DONE = unit(
  /(?:刚才|刚刚|到底|究竟|一共|总共)?(?:都|给我|帮我|替我)*(?:改|取消|退|办|换|操作)(?:了|过)(?:些?什么|啥|哪些|哪几个)(?:东西|订单|商品)?(?:来着)?(?:你?再?(?:说|讲)一?[下遍次])?|还?有(?:些?什么|啥|哪些)(?:还)?没(?:有)?(?:办|弄|处理|确认)(?:的|完|好)*/,
  anyOf(
    /(?:what|which) (?:did|have|has|was|were|got|is)(?: (?:you|u|we|been|just|actually|already|now))* (?:changed?|cancell?ed|cancel|done|do)(?: (?:so far|exactly|just now))?/,
    /(?:did|have)(?: (?:you|u|we|just|actually|already))+ (?:changed?|cancel|cancell?ed|returned?|done|do) (?:anything|something)/,
  ),
);

/** Either language's ways to say it; English ones end with the word. */
function unit(zh: RegExp, en: RegExp): RegExp {
  return sticky(pattern`${zh}|${en}(?: |$)`);
}

function sticky({ source }: RegExp): RegExp {
  return new RegExp(source, 'y');
}
