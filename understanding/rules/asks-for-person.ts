import { anyOf } from '../../text/any-of.ts';
import { pattern } from '../../text/pattern.ts';

/** Words that hold 人工, 真人, 客服, "human" or "agent" and ask for nobody. */
const OTHER_MEANINGS = anyOf(
  /人工(?:智能|智障|草|合成|费|降雨|授|湖|制|皮|革|钻|宝石|养|成本|关节|心脏|呼吸|泪液|色素|香料|甜味|种植|林|岛|耳蜗|晶|造|流产|受精|打磨|安装|驯|编织|绣|缝|染|剪|采|挑|添加|增|干预|多少|要多少|贵)/,
  /(?:纯|全|手工|是|含)人工(?:的|做|费|吗|还是|$)|真人(?:秀|发|假发|cs|版|电影|比例|模特|同款|兽|实拍|漫|示范|试穿)/,
  /(?:冒充|假冒|假|自称是?|所谓的?)(?:你们|官方|平台|店铺?)?的?客服/,
  /客服(?:电话|热线|几点|工作时间|时间|上班|下班|工作|态度|邮箱|号码|微信|的态度|(?:跟我|和我)?说|告诉|骗|答应|承诺|太|很|真|服务)/,
  /你是.{0,6}(?:真人|人工|人类|人)/,
  /(?:是|在跟|在和).{0,3}(?:真人|人工)(?:吗|还是)|对面是/,
  /\bhuman[- ](?:hair|resources?|bod|consumption|rights|anatomy|growth|sized?|skin|food|grade|error|history|nature|rac|readable|design|milk)/,
  /\b(?:real estate|travel|cleaning|bleaching|insurance|secret|foaming|raising|drying|free|literary) agents?/,
  /\bagents? of\b|\b(?:are|r) (?:you|u)\b.{0,12}\b(?:human|real|person|agent|someone|bot)/,
  /\bam i (?:talking|speaking|chatting)/,
  /\b(?:person|someone|somebody) (?:who|else|signed|stole|took|hacked|is using)/,
  /\b(?:per|each|one|two|three|four|\d) persons?\b|\b(?:gift|present|something) for (?:someone|a person)/,
  /\bask(?:ing)? an? (?:agent|person|human) (?:how|where|if|about|what|whether|when|to (?!call|contact|talk|speak|reach)|can|which|who|why|for (?:info|help|the))/,
  /\bproject manager|\bpassword manager/,
  /\b(?:is|was|were) (?:very |so |really )?(?:rude|terrible|awful|great|good|helpful|slow|useless)\b/,
);

/** Holds whatever else the message says ("your agent was rude, let me talk to a human"). */
const PLAINLY = anyOf(
  /转(?:接)?(?:一下)?人工(?!智能)|转真人|转客服/,
  /(?:talk|speak|connect me|transfer me) (?:to|with) (?:a |an |the )?(?:real |live |actual )?(?:human|person|agent|manager|someone|supervisor)(?! (?:hair|resource|who))/,
);

const PERSON_ZH = anyOf(
  /人工(?:客服|服务|坐席)?|真人(?:客服)?|活人/,
  /(?:在线|售前|售后|你们|你们的|人工)?客服(?:人员)?|专员|专人/,
  /(?:你们)?(?:的)?(?:经理|主管|领导|老板|负责人|店长)/,
);
const WANTS_ZH = /要|想|需要|找|叫|请|接|转|呼叫|联系|麻烦/;
const FETCHES_ZH = /找|要|叫|接|联系|换|给我|请|呼叫|连线|需要|想要|让|派/;
const BEHIND_ZH = /呢|吧|啊|在吗|在不在|服务|来|出来|一下|处理|在哪|快来|谢谢|help/;
/** What of a person may be asked for instead: 客服电话, 客服几点上班. */
const NOT_THE_PERSON = /电话|热线|几点|时间|邮箱|微信|费|的联系/;
const ZH: readonly RegExp[] = [
  // 我要人工, 在线客服在吗
  pattern`^(?:我?${WANTS_ZH})*(?:一下|一个|个|下)?${PERSON_ZH}${BEHIND_ZH}*$`,
  // 转接一下客服, 换个真人来
  /转(?:接|到|去|给|成)?(?:一下|下|个)?(?:到|给)?(?:你们)?(?:的)?(?:人|真人|客服|专员|专人|售后|经理|主管)/,
  /(?:接|换|叫)(?:个|一个)?(?:真?人|人工|活人|客服)(?:来|跟|和|$|吧|吗|服务|说|处理|客服)/,
  // 找你们经理
  pattern`${FETCHES_ZH}(?:一个|一位|一下|个|位|下|你们的?)?${PERSON_ZH}(?!${NOT_THE_PERSON})`,
  // 我想跟真人聊
  pattern`(?:跟|和|与|同)(?:一个|个|你们?的?)?${PERSON_ZH}.{0,3}(?:说|聊|沟通|谈|讲|对话|联系|反映)`,
  // 有人工吗, 怎么联系真人
  /(?:有没有|有)(?:人工|真人|活人)(?:客服|服务|在)?(?:吗|呢|啊|么|可以|$)/,
  /(?:怎么|如何|哪里|可以|能|能否|能不能)(?:联系|找|转|接|切换?到?)(?:到)?(?:你们)?(?:的)?(?:人工|真人)/,
  // 不要机器人, 能给我回个电话吗
  /(?:不要|不想|别|拒绝)(?:再)?(?:用|跟|和|给我)?.{0,4}机器人/,
  /(?:给我|帮我|请).{0,3}(?:回个?|打个?)电话|^(?:你们?)?(?:可以|能)(?:不能)?.{0,3}(?:回个?|打个?)电话/,
  // 人工！人工！
  /^(?:人工|真人|客服)(?:[，,。!！?？\s]*(?:人工|真人|客服|快|急|谢谢))*$|^(?:转接|人工)+$/,
  /^(?:转|接|要|换)\s?(?:human|agent|人)$/,
];

const WHAT_KIND_EN = anyOf(
  /an?|the|some|your|any|one of your|another|actual|real|live|human/,
  /customer (?:service|support|care)|support|sales|service/,
);
const WHO_EN = anyOf(
  /human(?: being| agent| operator| person)?|person|people|someone|somebody|anyone/,
  /agents?|representatives?|reps?|operator|manager|supervisor|staff(?: member)?/,
  /employee|colleague|advisor|assistant in person/,
  /customer (?:service|support|care)(?: (?:agent|rep|representative|team))?|support (?:agent|team|person)/,
);
const PERSON_EN = pattern`(?:${WHAT_KIND_EN}\s)*${WHO_EN}`;
const ASKING_EN = /please|pls|plz|i (?:want|need|would like)|i'd like|get me|give me|hi|hello|ok|no|just/;
const AROUND_EN = /please|pls|plz|now|asap|help|here|instead|thanks|agent|human/;
const PUT_THROUGH_EN = anyOf(
  /talk|talking|speak|speaking|spek|speek|tlak|chat|chatting|connect(?:ed)?/,
  /transfer(?:red)?|transferring|escalated?|hand(?:ed)?|put|pass|forward|redirect|switch/,
);
const HOW_THROUGH_EN = /me|us|this|it|over|through|straight|right|directly|immediately|now/;
const REACH_EN = /get hold of|reach|contact|contacting|call/;
const ONE_EN = /human|person|agent|someone|somebody|operator|representative|manager|supervisor/;
const NEED_EN = /(?:want|need|prefer|like|rather have|require|looking for)(?: to have)?/;
const NEEDED_EN = /human|person|agent|representative|operator|manager|supervisor|live (?:agent|chat|support|person)/;
const NEEDED_FOR_EN = / being| agent| please| pls| now| help| support| assistance| to (?:help|talk|speak|handle).*/;
const EN: readonly RegExp[] = [
  // "a real person please"
  pattern`^(?:${ASKING_EN} )*${PERSON_EN}(?: ${AROUND_EN})*$`,
  // "put me through to someone"
  pattern`\b${PUT_THROUGH_EN}\b(?: ${HOW_THROUGH_EN})* (?:to|with|through to|over to|w/) ${PERSON_EN}\b`,
  // "get me a manager", "how do I reach a human"
  pattern`\b(?:get|give|find|send|bring) me ${PERSON_EN}\b`,
  pattern`\b${REACH_EN} (?:an?|some|any|the|your)? ?(?:real |live |actual |human )*${ONE_EN}\b`,
  // "i need a live agent"
  pattern`\b${NEED_EN} (?:an? |some |the |to see )?(?:actual |real |live |proper )*${NEEDED_EN}${NEEDED_FOR_EN}*$`,
  // "is there anybody i can talk to"
  /\b(?:is|are) there (?:an? |any |some )?(?:actual |real |live )*(?:human|person|agent|people|anyone|anybody|someone)s? (?:real |human )?(?:here|there|available|around|i can|to talk|online|who can)/,
  // "escalate this"
  /\bescalate (?:this|it|please|to|my)\b|^(?:transfer|escalate|connect)(?: me)?(?: please| pls| now)?$/,
  // "could someone call me"
  /\b(?:someone|somebody|an? (?:agent|person|human|colleague)|your team) (?:to |should |please |can |could )?(?:please )?(?:call|phone|ring|contact|get back to) me\b/,
  // "ask an agent to contact me"
  /\bask (?:an?|some) (?:agent|person|human|one) to (?:call|contact|talk|speak)|\bcall me back\b/,
  // "a callback please"
  /\b(?:a |request a )?call ?back\b.*(?:please|team|agent)/,
  // "no more bots"
  /\b(?:no|not|stop|hate|don'?t want|enough|sick).{0,20}\b(?:bots?|robots?|machines?)\b/,
  // "live chat with a real person"
  /\blive (?:agent|person|human|chat with|support)\b|\breal (?:person|human|agent)\b/,
];

/** Whether the normalised text asks for a person, plainly doesn't although it sounds like it, or leaves it open. */
export function asksForPerson(normalised: string): 'yes' | 'no' | 'open' {
  if (OTHER_MEANINGS.test(normalised)) return PLAINLY.test(normalised) ? 'yes' : 'no';
  const spaced = normalised
    .replace(/[\p{P}\p{S}]+/gu, (mark) => (mark === "'" ? mark : ' '))
    .replace(/\s+/g, ' ')
    .trim();
  const tight = spaced.replace(/(?<=\p{Script=Han})\s|\s(?=\p{Script=Han})/gu, '');
  return ZH.some((pattern) => pattern.test(tight)) || EN.some((pattern) => pattern.test(spaced)) ? 'yes' : 'open';
}
