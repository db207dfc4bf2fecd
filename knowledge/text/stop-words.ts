/** English words that carry no topic, as they stand before stemming. */
export const ENGLISH_STOP_WORDS = new Set(
  (
    "a an the this that these those it its it's i i'm i'd i've i'll me my mine myself we we're our ours us you you're your yours " +
    "he she they they're them their his her him who whom whose which what what's how how's when where where's why is isn't are " +
    "aren't was wasn't were weren't be been being am do don't does doesn't did didn't doing done have haven't has hasn't had " +
    "having can can't cannot could couldn't will won't would wouldn't shall should shouldn't cant dont doesnt didnt isnt arent wasnt wont wouldnt couldnt shouldnt havent hasnt im ive youre youve theyre theyve whats hows wheres thats theres may might must and or but if then " +
    'else so than as at by for from in into of off on onto out over to up with without about after before again also any some ' +
    'all both each every few more most much many such no nor not only own same too very just there there’s here please thanks ' +
    'thank hello hi hey dear tell say said know want need like get got getting go going let see seem make made give take wonder ' +
    'wondering help question ask asking possible possibly able exactly actually really quite maybe perhaps kind sort thing ' +
    'things something anything everything one ones way ever still already now yet between during while because since until till til ' +
    'upon per via etc ok okay yes yeah sir madam regarding concerning whether happen happens happened use used using work works ' +
    'u ur ya pls plz thx gonna wanna gotta btw supposed allowed come comes came find lot bit policy policies rule rules regulation regulations'
  ).split(' '),
);

/** Chinese words that carry no topic; longest first is not needed, the segmentation weighs them. */
export const CHINESE_STOP_WORDS = new Set(
  (
    '的 了 吗 呢 吧 啊 呀 嘛 么 哦 哈 啦 喔 噢 嗯 呗 哟 我 你 您 他 她 它 我们 你们 您们 咱们 他们 她们 它们 自己 大家 这 那 哪 这个 那个 哪个 这些 那些 哪些 ' +
    '这里 那里 哪里 哪儿 这儿 那儿 这样 那样 怎样 怎么 怎么样 怎么办 怎么弄 怎么做 如何 咋 咋办 咋样 什么 啥 什么样 为什么 为啥 谁 多少 几 几个 是 是不是 是否 有 有没有 ' +
    '没有 没 不 不是 不能 不会 不可以 不可 能 能不能 能否 可 可以 可不可以 可否 会 会不会 要 要不要 想 想要 想问 想知道 请 请问 问 问下 问一下 告诉 告诉我 知道 说 说说 讲 介绍 介绍一下 ' +
    '在 于 从 到 对 对于 关于 和 与 及 以及 或 或者 还是 还 还有 也 都 就 才 又 再 很 太 更 最 非常 比较 一下 一个 一些 一种 有些 某 每 各 被 把 将 让 使 给 跟 向 往 用 ' +
    '因为 所以 如果 要是 假如 的话 但 但是 不过 而 而且 并 并且 虽然 然后 之后 以后 之前 以前 时候 时 里 里面 上 上面 下 中 内 外 后 前 ' +
    '一直 刚刚 刚才 不停 好像 似乎 赶紧 ' +
    '得 地 着 过 来 去 起 出 进 需要 需 得要 应该 应 该 必须 吗呢 你好 您好 谢谢 麻烦 帮 帮我 帮忙 看看 看下 看一下 现在 目前 已经 一般 通常 大概 大约 具体 到底 究竟 其实 真的 ' +
    '东西 情况 问题 方面 部分 别的 其他 其它 另外 只 只能 只有 只要 就是 也是 算 算是 属于 叫 叫做 指 这么 那么 多 多大 多久 多长 多长时间 些 个 种 位 们 所 以 之 其 此 该怎么 呢吗 好 好的 行 行不行 ' +
    '才能 才会 才可以 就能 就会 就可以 能够 成 有啥 有什么 干嘛 干什么 做 弄 搞 咨询 咨询一下 了解 了解一下 亲 客服 店家 卖家 商家 贵店 本店 店里 你家 你们家 咱家 家 一 点 点儿 一点 有点 那边 这边 这种 那种 该 由 则 却 即 若 且 政策 规定 规则 条款 制度'
  ).split(' '),
);
