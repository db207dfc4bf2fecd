const RECEIVERS_ZH =
  '妈妈|爸爸|爸妈|父母|老婆|老公|女朋友|男朋友|女友|男友|孩子|宝宝|儿子|女儿|朋友|同事|领导|老师|长辈|老人|奶奶|爷爷|外婆|客户|闺蜜';
const USES_ZH =
  '跑步|健身|办公|出差|旅行|旅游|露营|游泳|通勤|上学|学习|睡觉|游戏|打游戏|约会|婚礼|户外|居家|送礼|自用|做饭|搬家|' +
  '开会|看电影|听歌|登山|骑行|宿舍|小户型|大户型|租房';
const QUALITIES_ZH =
  '便宜|实惠|性价比高?|高端|高档|轻便|轻|便携|静音|安静|防水|耐用|结实|省电|大容量|小巧|好看|时尚|舒服|舒适|保暖|透气|' +
  '健康|无糖|低糖|低脂|有机|环保|快充|无线|降噪|续航长|好用|容易清洗';

const RECEIVERS_EN =
  'mum|mom|mother|dad|father|parents|wife|husband|girlfriend|boyfriend|kids?|child(?:ren)?|baby|son|daughter|friend|' +
  'boss|teacher|grand(?:ma|pa|mother|father)|brother|sister';
const USES_EN =
  'office|home|kitchen|travel(?:ling|ing)?|running|hiking|camping|gaming|cooking|swimming|work(?:ing)?(?: out)?|' +
  'school|studying|sleep(?:ing)?|commuting|beginners?|elderly|small (?:flat|room|apartment|kitchen)|' +
  'sensitive skin|wedding|birthday|gym|winter|summer';
const QUALITIES_EN =
  'cheap|affordable|budget|premium|light(?:weight)?|portable|quiet|silent|waterproof|durable|energy[- ]saving|' +
  'large capacity|compact|stylish|comfortable|warm|breathable|healthy|sugar[- ]free|organic|wireless|' +
  'noise[- ]cancell?ing|long battery|easy to (?:use|clean)|fast charging';

/** Each finds one in its group. */
const PATTERNS: readonly RegExp[] = [
  new RegExp(`(?:送给?|给)(?:我)?(?:的)?(${RECEIVERS_ZH})`, 'g'),
  // 适合敏感肌的, 用来画画的, 洗澡时用
  /适合(?!什么|啥|哪|谁)([\p{Script=Han}a-z\d]{2,10}?)(?:的|用|吗|穿|戴|看|吃|$|[，。？?,])/gu,
  /(?:用来|用于|拿来|主要用?|想用来|打算用?来?)([\p{Script=Han}a-z\d]{2,10}?)(?:的|用|$|[，。？?,])/gu,
  /([\p{Script=Han}]{2,6}?)(?:时|的时候)(?:用|穿|戴)/gu,
  new RegExp(`(${USES_ZH})`, 'g'),
  new RegExp(`(${QUALITIES_ZH})`, 'g'),
  new RegExp(
    `\\bfor (?:my |a |an |the |our )?((?:${RECEIVERS_EN}|${USES_EN})[a-z ]{0,12}?)(?=$|[.,!?]| (?:under|below|with|that|and|in|to|around|please))`,
    'g',
  ),
  new RegExp(`\\b(${QUALITIES_EN})\\b`, 'g'),
];

/** Uses, receivers and wished-for qualities, from normalised text, in its own words and without repetition. */
export function findNeeds(normalised: string): string[] {
  const found = new Set<string>();
  for (const pattern of PATTERNS) {
    for (const match of normalised.matchAll(pattern)) {
      const need = match[1]?.trim();
      if (need) found.add(need);
    }
  }
  return [...found];
}
