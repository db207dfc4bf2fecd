import { anyOf } from '../../text/any-of.ts';

interface AskedProperty {
  /** What a question says that asks for it. */
  asks: RegExp;
  /** What the key of such a property is called. */
  keys: RegExp;
}

/** Properties that questions name by another word than their keys: measures by an adjective, the rest by what they are for. */
export const ASKED_PROPERTIES: readonly AskedProperty[] = [
  { asks: /安静|静音|噪音|吵|\b(?:quiet\w*|silent|nois[ey]\w*|loud\w*)\b/i, keys: /noise|噪/i },
  {
    asks: anyOf(/多重|重量|(?:更|哪.{0,4}|比较)[轻重]|\b(?:heavy|heavier|lighter|lightest)\b/i, /\bweigh(?:s|t)?\b/i),
    keys: /(?<!max_)weight|(?<![承载])重/i,
  },
  {
    asks: anyOf(
      /省电|耗电|费电/i,
      /\b(?:uses?|using|saves?) (?:more |less |the (?:most|least) )?(?:power|electricity|energy)\b/i,
    ),
    keys: /power|energy|功率/i,
  },
  {
    asks: /准不准|准吗|精度|误差|\b(?:in)?accura(?:te|cy)\b|\bprecis(?:e|ion)\b/i,
    keys: /accura|precision|toleran|误差|精度/i,
  },
  {
    asks: anyOf(
      /续航|电.{0,4}多久|\bbattery life\b|\blasts? (?:longer|longest)\b/i,
      /\bhow long .{0,30}\b(?:battery|charge)\b/i,
    ),
    keys: /battery|runtime|续航/i,
  },
  { asks: /多长|\bhow long is\b|\blength\b/i, keys: /length|长度|^总?长$/i },
  { asks: /多高|高度|\bhow (?:tall|high)\b/i, keys: /height|高度?$/i },
  { asks: /多宽|宽度|\bhow wide\b/i, keys: /width|宽度?$/i },
  { asks: /多深|深度|\bhow deep\b/i, keys: /depth|深度?$/i },
  { asks: /多厚|厚度|\bhow thick\b/i, keys: /thick|厚度?$/i },
  { asks: /多[高宽深厚]|[高宽深厚]度|\bhow (?:tall|wide|deep|thick|high)\b/i, keys: /dimension|尺寸/i },
  { asks: /多大|容量|\bhow (?:big|much does it hold)\b|\bcapacity\b|\blitres?\b/i, keys: /capacity|volume|容量/i },
  {
    asks: anyOf(
      /什么做|啥做|[什啥]么?(?:木|布|料|材)|材质|面料|成分|什么料|\bmade (?:of|from)\b|\bfabric\b/i,
      /\bmaterials?\b/i,
    ),
    keys: /material|fabric|upper|composition|ingredient|材质|面料|成分/i,
  },
  {
    asks: /哪里(?:的|产|生产)|产地|哪产|\bwhere .{0,30}(?:from|made|grown)\b|\borigin\b/i,
    keys: /origin|made_in|产地/i,
  },
  { asks: /过敏|\ballerg/i, keys: /allerg|过敏/i },
  {
    asks: anyOf(
      /放(?:多久|几天)|保质|多久过期|能放|\bexpir|\bshelf\b|\bkeeps? (?:for )?how\b/i,
      /\bhow long (?:does|do|will) .{0,40}(?:keep|last)\b/i,
    ),
    keys: /shelf|expir|保质/i,
  },
  { asks: /什么味|味[道的]?[吗嘛么?？]|\bflavou?rs?\b|\btaste/i, keys: /flavou?r|taste|口味|味道/i },
  {
    asks: /怎么(?:保存|存|放)|保存|储存|冷藏|冷冻|\bstor(?:e|ed|age)\b|\bkeep (?:it )?in\b/i,
    keys: /storage|保存|存/i,
  },
  {
    asks: anyOf(
      /(?:住|坐|睡|容纳|供|够).{0,2}(?:几|多少)个?人|几人[用份]/i,
      /\bhow many (?:people|persons|guests)\b|\b(?:sleeps?|serves?|seats?|feeds?) how many\b/i,
      /\bhow many .{0,20}(?:sleep|serve|seat|feed)/i,
    ),
    keys: /persons|people|serves|seats|sleeps|人数/i,
  },
  {
    asks: anyOf(
      /承重|承受|能[坐背放装驮]多重|\bhow much weight\b|\bhow heavy (?:can|may|should)\b/i,
      /\bwhat (?:weight )?(?:does|do|can|will) .{1,24}\b(?:hold|support|carry|take)\b/i,
      /\b(?:hold|support|carry|bear|take)s? .{0,12}(?:kg|kilos?|pounds?|lbs?|weight)\b/i,
      /\bweight limit\b/i,
    ),
    keys: /load|max_weight|承重/i,
  },
  {
    asks: /一个人|单人|自己玩|\b(?:alone|solo|(?:by|on) (?:my|your)(?: ?self| own)|single[- ]player)\b/i,
    keys: /players|persons|人数/i,
  },
  {
    asks: anyOf(
      /连(?:接|上)?(?:手机|电脑|平板)|(?:手机|app).{0,4}(?:连|控制|操作)/i,
      /\b(?:connect|pair|works?|sync|control\w*)\b.{0,24}\b(?:phone|iphone|android|tablet|app)\b/i,
    ),
    keys: /bluetooth|wifi|wi_fi|\bapp\b|app_control|connect|蓝牙|连接/i,
  },
  {
    asks: anyOf(
      /(?:猫|狗|宠物).{0,6}(?:安全|有毒|能吃|怕)|对(?:猫|狗|宠物)|怕(?:猫|狗)/i,
      /\b(?:cats?|dogs?|pets?)\b.{0,20}\b(?:safe|toxic|ok|poison)/i,
      /\b(?:safe|toxic|ok|poison\w*) .{0,8}(?:cats?|dogs?|pets?)\b/i,
    ),
    keys: /pet|toxic|宠物/i,
  },
  {
    asks: anyOf(
      /(?:\d|[一二三四五六七八九十半])个?(?:多)?(?:岁|月)(?:大|的|半)|几岁/i,
      /多大(?:的)?(?:孩子|宝宝|小孩|年龄)|新生儿/i,
      /\b(?:\d+|one|two|three|four|five|six)[- ]?(?:years?|yrs?|months?)[- ]olds?\b|\bnew-?borns?\b/i,
      /\b(?:for|to) (?:a |my |an )?(?:bab(?:y|ies)|toddlers?|infants?)\b|\bwhat age\b|\bhow old\b/i,
    ),
    keys: /(?<![a-z])age|年龄|月龄/i,
  },
  {
    asks: /晒|阳光|光照|日照|喜阴|耐阴|\b(?:sun(?:light|ny|shine)?|shade|shady|bright)\b/i,
    keys: /(?<![a-z])light(?!er|_source)|sun|光照|日照/i,
  },
  {
    asks: anyOf(/怕冷|耐寒|抗寒|过冬|冻(?:死|坏|伤)/i, /\b(?:frost|hardy|survive (?:the )?winter|cold-?resistant)\b/i),
    keys: /min_temp|最低温|耐寒|hard(?:y|iness)|frost/i,
  },
  {
    asks: /插头|怎么充电|插电|\b(?:plug|mains|how (?:do i|is it|does it|to) charged?)\b/i,
    keys: /plug|charging|power_(?:source|supply)|插头|电源|充电/i,
  },
  {
    asks: /多少度|几度|高温|耐热|\b(?:what|which|how high a) temperature\b|\bheat[- ]?(?:proof|resist)/i,
    keys: /temp|heat|温/i,
  },
  {
    asks: anyOf(
      /多少[颗粒片块个张枚件棵株支只]|[几多少][颗粒片块张枚件棵株支]/i,
      /\bhow many (?:pieces|pcs|prints?|pictures|sheets|bricks|blocks|are in|in a)\b/i,
    ),
    keys: /pieces|pcs|prints|count|sheets|[颗粒片块张枚件棵株支]数|数量/i,
  },
  { asks: /下雨|淋雨|防水|\brain(?:y)?\b|\bwaterproof\b/i, keys: /waterproof|water_resist|防水/i },
  {
    asks: anyOf(
      /(?:自己|要不要|用不用|需要|难不难|好不好).{0,3}[安组拼]?装|[组拼]装|\bassembl/i,
      /\bput (?:it |them )?together\b|\bflat[- ]?pack/i,
    ),
    keys: /assembl|install|[组安]装/i,
  },
  { asks: /怎么洗|机洗|水洗|洗涤|保养|\bwash|\bmachine\b|\bdry clean|\bcare\b/i, keys: /care|wash|洗/i },
];
