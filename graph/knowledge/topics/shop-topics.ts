import { anyOf } from '../../../text/any-of.ts';
import type { Retold } from './retold-questions.ts';
import { says } from './says.ts';

/** Ways to pay by their names, as a list of them has some. */
const PAYS = anyOf(
  /支付宝|微信支付|银行卡|信用卡|银联|货到付款|对公转账/i,
  /\b(?:visa|mastercard|paypal|amex|american express|apple pay|google pay|klarna|alipay|wechat pay)\b/i,
  /\b(?:(?:credit|debit|bank) cards?|bank transfer|direct debit)\b/i,
);

/** What customers may ask for beside them; of anything else (bitcoin, a health card) a list says too little. */
const OTHER_PAYS = anyOf(
  /花呗|白条|云闪付|数字人民币|现金|刷卡/i,
  /\b(?:afterpay|clearpay|union ?pay|jcb|maestro|ideal|bancontact|sofort|sepa|twint|cash|cards?)\b/i,
);

const paysBy = says(PAYS, OTHER_PAYS);
/** 支持花呗吗, do you take Amex. */
const asksWhetherTaken = says(
  /支持|接受|可以(?:用|刷|使|货到)|能(?:不能)?(?:用|刷|货到)|用得了|收(?![到货钱费])/i,
  /\b(?:take|accept|support|pay (?:with|by|using|via|in)|use)\b/i,
);
/** How it is paid by such means, or what went wrong: a list of them does not tell. */
const asksMoreOfPaying = says(
  /分[开两次]|两[张种次]|一半|定金|押金|代付|手续费|安全|失败|扣|退/i,
  /\b(?:split|two|both|half|deposit|later|fees?|charged?|safe|secure|refund\w*|declined|failed)\b/i,
);

/** Carriers by their names. */
const COURIERS = anyOf(
  /顺丰|中通|圆通|申通|韵达|极兔|京东(?:物流|快递)|德邦|邮政/i,
  /\bEMS\b|\b(?:royal mail|parcelforce|dpd|evri|ups|usps|fedex|dhl|gls|yodel)\b/i,
);

const sendsBack = says(/退|换货|\breturn/i);
const collects = says(
  /自提|自己(?:去|来|过去|过来|上门)?(?:拿|取)|到店(?:拿|取)/i,
  /\bpick(?:ing)? (?:it|them|this|that|one|mine|my \w+|the \w+)? ?up\b/i,
  /\bcollect (?:it|them|this|in|from|my|the|at)\b|\bclick (?:and|&) collect\b/i,
);

const joinsMembers = says(
  /(?:成为|加入|注册|申请|办).{0,4}会员|入会/i,
  /\b(?:become|be|sign up as) an? \w{0,10} ?member\b|\bjoin\b.{0,16}\b(?:club|membership|program(?:me)?)\b/i,
);

const bringsFriend = says(
  /(?:推荐|邀请|介绍|拉)(?:个|一个|我的?)?(?:朋友|好友|同事|同学|新人|别人)/i,
  /\b(?:refer|invite|recommend|bring)\b.{0,12}\b(?:friends?|someone|mate)\b|\breferral/i,
);
/** 推荐一款给朋友的: goods are looked for. */
const WISHES_FOR_GOODS = /^(?:请|帮)?(?:给)?(?:我)?推荐.{0,4}(?:款|个|点)/;

/** The parcel came broken, or the box did. */
const cameDamaged = says(
  /(?:箱子?|包装|盒子?|纸箱|外箱|快递|包裹).{0,6}(?:压|破|烂|坏|碎|湿|瘪|裂|漏)/i,
  /^.{0,6}(?:破损|破了|碎了|摔坏|压坏).{0,4}(?:怎么|咋|如何|能|可以)/i,
  /\b(?:box|parcel|package|packaging|carton)\b.{0,24}\b(?:damaged|crushed|broken|wet|torn|smashed|dented|ripped)\b/i,
  /\b(?:arriv\w+|came|turn(?:s|ed) up|comes)\b.{0,16}\b(?:damaged|broken|smashed|cracked|crushed)\b/i,
);

/** Topics that most shops have a rule for and customers call by other words than the shops do. */
export const SHOP_TOPICS: readonly Retold[] = [
  {
    asks: says(
      // Cheaper elsewhere.
      /(?:别|其他|另)一?(?:家|处|的?店|个?平台).{0,10}(?:便宜|更低|低价)|比你们(?:家|这)?(?:的)?(?:还)?便宜/i,
      /\bcheaper\b.{0,24}\b(?:else\w*|another|other|online|shop|store|site)\b/i,
      /\b(?:else\w*|another shop|other shops?)\b.{0,20}\bcheaper\b|\bbeat\b.{0,16}\bprice|\bprice[- ]?match/i,
      // Cheaper since.
      /(?:买|付款|下单).{0,6}(?:降价|便宜了)|刚买.{0,6}(?:降|便宜)/i,
      /\bprice (?:dropped|went down|fell)\b|\bcheaper now\b/i,
    ),
    as: { zh: '价格保护 同款更低价 退差价', en: 'price match: the same item for less in another shop' },
    tells: /差价|价保|价格保护|保价|其他店|别家|\bmatch|\bprice (?:protection|promise|guarantee)|\bdifference\b/i,
    about: /价|\b(?:price|less|cheaper|lower|match)/i,
  },
  {
    asks: says(
      /不在家|没人在家|家里没人|没接到.{0,4}电话|错过.{0,4}(?:派送|快递|配送)/i,
      /\bnot (?:at )?home\b|\b(?:nobody|no one|noone)\b.{0,12}\b(?:home|in)\b/i,
      /\bmiss(?:ed)? (?:the |my |a )?(?:driver|courier|delivery|postman|postie|parcel)\b/i,
      /\b(?:i'm|i am|we're|we are) (?:out|at work|away)\b/i,
    ),
    as: {
      zh: '没人在家 再次派送 驿站 保留几天',
      en: 'missed delivery, the courier tries again, kept at a pick-up shop',
    },
    tells: anyOf(
      /再次|二次|第二[天次]|驿站|快递柜|代收|保留/i,
      /\b(?:tr(?:y|ies)|again|twice|neighbou?rs?|depot|pick-?up|kept?|holds?|held|keeps?)\b/i,
    ),
    about: /派送|配送|快递|包裹|\b(?:courier|deliver|driver|parcel|attempt|tries|post)/i,
  },
  {
    asks: (request) => collects(request) && !sendsBack(request),
    as: { zh: '到店自提', en: 'click and collect from our store' },
    tells: /自提|自取|到店取|\bcollect|\bpick (?:it|them|your \w+) up\b/i,
    about: /自提|自取|门店|\b(?:collect|store|shop|showroom)/i,
    first: true,
  },
  {
    asks: says(
      /以旧换新|旧.{0,8}(?:抵|换新|回收|折价|折钱|值多少|值几)|回收.{0,6}旧/i,
      /\btrade[- ]?in\b|\bpart[- ]?ex|\btrad(?:e|ing) .{1,24} in\b/i,
      /\b(?:sell|swap|give) (?:you|u)? ?(?:my|an?) (?:old|used)\b|\b(?:take|buy) (?:my|back) (?:old|used)\b(?!.{0,24}\b(?:away|down|apart|off)\b)/i,
      /\b(?:get|give|pay|worth|offer)\b.{0,16}\bmy (?:old|used)\b|\bmy (?:old|used)\b.{0,32}\bworth\b/i,
    ),
    as: { zh: '以旧换新 旧货回收抵价', en: 'part exchange and trade in, we buy used goods' },
    first: true,
    only: true,
    tells: /以旧换新|回收|折价|抵扣|抵价|\bpart[- ]exchange\b|\btrade[- ]?in\b|\bused\b|\bsecond-?hand\b|\bbuy back\b/i,
    about: /旧|回收|\b(?:used|old|part|trade|second)/i,
  },
  {
    asks: says(
      /(?:先|能不能|可以|能|可不可以)(?:在店里|到店|去店里)?(?:试|体验)(?:用|戴|穿|听|弹|骑|坐|躺|一下|试|玩)?/i,
      /\btry (?!again).{0,24}\b(?:before|first|in (?:the|your) (?:store|shop|showroom))\b/i,
      /\btest (?:it|them|one|ride|drive)\b|\btry (?:it|them|one) out\b/i,
    ),
    as: { zh: '门店体验 可以试用', en: 'you may try any in our showroom or store' },
    tells: /试[用戴穿听弹骑坐躺玩]|体验|\b(?:try|trial|test)\b/i,
    about: /试|体验|\b(?:try|trial|test)\b/i,
  },
  {
    asks: says(
      // Not whose they are: 积分能合在一起用吗.
      /^(?!.*(?:合|共[享用]|转[让赠给]|送给)).*(?:积分.{0,10}(?:怎么|如何|多少|几|换|抵|值|算|用)|(?:多少|几|得|送).{0,4}积分)/i,
      /^(?!.*\b(?:shar|pool|transfer|combin|together)).*\bpoints?\b.{0,24}\b(?:worth|work|earn|get|redeem|spend|convert|use)\b/i,
      /^(?!.*\b(?:shar|pool|transfer|combin|together)).*\b(?:how|use|spend|redeem|convert|exchange|pay with)\b.{0,20}\bpoints?\b/i,
    ),
    as: { zh: '积分抵现 消费积分', en: 'you earn points, points are worth' },
    tells: anyOf(
      /\d+ ?(?:元|块)?.{0,8}积 ?\d|积分[^，,。；;、]{0,10}(?:抵|换|=|等于|商城)|(?:得|送|返) ?\d+ ?(?:倍|个)?(?:积)?分/i,
      /\bpoints?\b.{0,24}\b(?:worth|every|each|per|for|equals?|redeem\w*|spen[dt]|paid|towards)\b/i,
      /\b(?:redeem|spend|earn|collect|get|give)\b.{0,24}\bpoints?\b/i,
    ),
    about: /积分|\bpoints?\b/i,
    only: true,
  },
  {
    asks: says(
      /积分.{0,6}(?:过期|有效|清零|作废|失效)/i,
      /\bpoints?\b.{0,16}\b(?:expir\w+|lapse|last|run out|valid|disappear)\b/i,
    ),
    as: { zh: '积分有效期 积分过期清零', en: 'points expire, points are valid for' },
    tells: /积分.{0,10}(?:有效|过期|清零|作废|失效)|\bpoints?\b.{0,24}\b(?:expire|lapse|last|valid|run out)\b/i,
    about: /积分|\bpoints?\b/i,
  },
  {
    asks: says(
      /(?:在?哪[里儿]?|怎么|如何|能不能|有没有|弄?丢|找不到|没有?|没给)[^，。,]{0,6}说明书|说明书[^，。,]{0,6}(?:在?哪|丢|没了|找不到|下载|电子版)/i,
      /\b(?:where|find|get|download|lost|missing|no)\b.{0,24}\b(?:manual|instructions|user guide)\b/i,
    ),
    as: { zh: '说明书在哪里下载', en: 'where to download the manual' },
    tells: anyOf(
      /说明书[^。；;]{0,16}(?:下载|查看|找到|获取)|(?:下载|查看|找到|获取)[^。；;]{0,16}说明书/i,
      /\b(?:manuals?|instructions|guides?)\b[^.;]{0,40}\b(?:download\w*|online|website|page|pdf|found)\b/i,
      /\bdownload\w*\b[^.;]{0,24}\b(?:manuals?|instructions|guides?)\b/i,
    ),
    about: /说明书|\b(?:manual|instructions|guide)/i,
  },
  {
    asks: says(
      /注销|销户|退会|(?:取消|退出|关闭|删除?掉?).{0,4}(?:会员|账[户号])/i,
      /\b(?:close|delet\w+|cancel\w*|deactivate|end|remove|leave)\b.{0,12}\b(?:account|membership|subscription)\b/i,
    ),
    as: { zh: '怎么注销账户 取消会员', en: 'delete or close your account, end your membership' },
    tells: anyOf(
      /注销|销户|退会|(?:取消|退出).{0,4}会员/i,
      /\b(?:clos\w+|delet\w+|cancel\w*|deactivat\w+|end\w*|leav\w+)\b[^,.;]{0,24}\b(?:account|membership|member|subscription|club|programme)\b/i,
      /\b(?:account|membership|subscription)s?\b[^.;]{0,80}\b(?:closed|deleted|cancell?ed|deactivated|ended?)\b/i,
    ),
    about: /账[户号]|会员|\b(?:accounts?|member\w*|subscriptions?|club|programme)\b/i,
    only: true,
  },
  {
    asks: joinsMembers,
    as: { zh: '注册成为会员 免费加入', en: 'membership, loyalty programme, register to join the club free' },
    tells: /注册|加入|开通|免费|\b(?:register|join|sign up|free|tick)\b/i,
    about: /会员|俱乐部|\b(?:member|loyalty|club)/i,
  },
  {
    asks: (request) => bringsFriend(request) && !WISHES_FOR_GOODS.test(request.text),
    as: { zh: '推荐朋友 邀请好友 奖励', en: 'refer a friend, you each get' },
    tells: /推荐|邀请|\brefer|\bfriend/i,
    about: /推荐|邀请|\brefer|\bfriend/i,
  },
  {
    asks: (request) => request.intent === 'damaged_or_wrong_item' || cameDamaged(request),
    as: { zh: '破损请拒收 签收后拍照联系客服', en: 'if it arrives damaged, tell us and keep the packaging' },
    tells: /破损|拒收|拍照|补发|损坏|\b(?:damaged?|broken|photos?|packaging)\b/i,
    about: /破损|损坏|\b(?:damaged?|broken)\b/i,
    ofReturns: true,
  },
  {
    // One that no page names is not among those that are.
    asks: (request) =>
      request.intent === 'payment_question' &&
      paysBy(request) &&
      asksWhetherTaken(request) &&
      !asksMoreOfPaying(request),
    as: { zh: '支持哪些付款方式 支付方式', en: 'how can I pay, which payment methods do you accept' },
    tells: PAYS,
    about: PAYS,
  },
  {
    asks: says(
      /(?:用|发|走|是)(?:的)?(?:什么|啥|哪家|哪个)(?:快递|物流)|(?:什么|哪家|哪个)(?:快递|物流)(?:发|送|配送)/i,
      /\b(?:which|what|whose) (?:courier|carrier|delivery (?:company|service|firm))\b/i,
      /\bwho (?:delivers|do you (?:ship|send|deliver) with)\b/i,
    ),
    as: { zh: '默认发什么快递 顺丰 中通 圆通 德邦', en: 'which courier delivers: Royal Mail, DPD, UPS, DHL' },
    tells: COURIERS,
    about: COURIERS,
  },
  {
    asks: says(/关税|清关|\bcustoms\b|\bimport (?:duty|duties|tax)|\bduties\b/i),
    as: { zh: '关税由收件人承担', en: 'customs duties are paid by the recipient' },
    tells: /关税|清关|\bcustoms\b|\bdut(?:y|ies)\b|\bimport tax/i,
    about: /关税|清关|\bcustoms\b|\bdut(?:y|ies)\b|\bimport/i,
  },
  {
    asks: says(
      /礼[品物]包装|包装成礼|包(?:成|得).{0,4}礼|(?:附|写|放).{0,4}(?:贺卡|卡片)/i,
      /\bgift[- ]?wrap|\bwrap (?:it|them|this)\b|\bgift (?:box|note|message|card with)\b/i,
    ),
    as: { zh: '礼品包装 贺卡', en: 'gift wrapping and a card' },
    tells:
      /礼[品物]包装|包装成|包成|贺卡|礼盒|礼袋|\bgift[- ]?wrap|\bgift (?:bag|box|note|message)|\bwrap(?:s|p\w*)?\b/i,
    about: /礼|贺卡|\b(?:gift|wrap)/i,
    only: true,
  },
];
