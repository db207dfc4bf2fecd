import type { Language } from '../../stores/schema.ts';
import type { Route } from '../../understanding/types.ts';

/** One question about the sample shop, asked in a conversation of its own. */
export interface RoutingCase {
  language: Language;
  text: string;
  route: Route;
  /** Any of these must be cited: a document's file name without language and ending, or a FAQ's Chinese question. */
  sources?: string[];
  /** These orders must be shown. */
  orders?: string[];
}

/** Customer C001 asks in Chinese, C002 in English. */
export const ASKERS: Record<Language, string> = { zh: 'C001', en: 'C002' };

export const ROUTING_CASES: RoutingCase[] = [
  // Knowledge
  {
    language: 'zh',
    route: 'knowledge',
    text: '冰箱的压缩机能保修多少年？',
    sources: ['warranty-policy', '保修期多长？'],
  },
  { language: 'zh', route: 'knowledge', text: '寄到西藏大概要走几天？', sources: ['delivery-guide', '几天能送到？'] },
  { language: 'zh', route: 'knowledge', text: '空气炸锅屏幕上显示 E2 是怎么回事', sources: ['manual-af50-air-fryer'] },
  { language: 'zh', route: 'knowledge', text: 'AF50 炸鸡翅用多少度、要几分钟', sources: ['manual-af50-air-fryer'] },
  {
    language: 'zh',
    route: 'knowledge',
    text: '扫地机器人连不上家里的 5G WiFi 怎么办',
    sources: ['manual-r9-robot-vacuum'],
  },
  { language: 'zh', route: 'knowledge', text: 'R9 的边刷多久要换一次', sources: ['manual-r9-robot-vacuum'] },
  {
    language: 'zh',
    route: 'knowledge',
    text: '暖冬焕新季满 1000 能减多少钱',
    sources: ['winter-promotion-2026', '暖冬焕新季是什么时候？'],
  },
  {
    language: 'zh',
    route: 'knowledge',
    text: '拆开用过的入耳式耳机还能不能退',
    sources: ['returns-and-refunds', '耳机拆封了还能退吗？'],
  },
  {
    language: 'zh',
    route: 'knowledge',
    text: '退的钱一般几天回到银行卡',
    sources: ['returns-and-refunds', '退款多久到账？'],
  },
  {
    language: 'zh',
    route: 'knowledge',
    text: '金卡会员要一年买多少钱才够',
    sources: ['membership-programme', '会员等级怎么算？'],
  },
  { language: 'zh', route: 'knowledge', text: '花呗分期收不收手续费', sources: ['可以分期付款吗？'] },
  { language: 'zh', route: 'knowledge', text: '专票要提供哪些资料', sources: ['可以开增值税专用发票吗？'] },
  {
    language: 'en',
    route: 'knowledge',
    text: 'How many months of warranty does a washing machine come with?',
    sources: ['warranty-policy', '保修期多长？'],
  },
  {
    language: 'en',
    route: 'knowledge',
    text: 'Is delivery free for a 60 yuan order?',
    sources: ['delivery-guide', '运费怎么算？'],
  },
  {
    language: 'en',
    route: 'knowledge',
    text: 'My air fryer shows E3, what does that mean?',
    sources: ['manual-af50-air-fryer'],
  },
  {
    language: 'en',
    route: 'knowledge',
    text: 'How long should I cook frozen chips in the AF50?',
    sources: ['manual-af50-air-fryer'],
  },
  {
    language: 'en',
    route: 'knowledge',
    text: 'How often do I have to replace the filter of the R9?',
    sources: ['manual-r9-robot-vacuum'],
  },
  {
    language: 'en',
    route: 'knowledge',
    text: 'What is the battery capacity of the R9 robot vacuum?',
    sources: ['manual-r9-robot-vacuum', 'P1031'],
  },
  {
    language: 'en',
    route: 'knowledge',
    text: 'When does the winter promotion end?',
    sources: ['winter-promotion-2026', '暖冬焕新季是什么时候？'],
  },
  {
    language: 'en',
    route: 'knowledge',
    text: 'Who pays the postage when I send something back because I changed my mind?',
    sources: ['returns-and-refunds', '退货运费谁出？'],
  },
  {
    language: 'en',
    route: 'knowledge',
    text: 'Do membership points ever expire?',
    sources: ['membership-programme', '积分会过期吗？'],
  },
  { language: 'en', route: 'knowledge', text: 'Can I pay cash on delivery?', sources: ['可以货到付款吗？'] },
  { language: 'en', route: 'knowledge', text: 'Where are your physical stores?', sources: ['有实体店吗？'] },
  {
    language: 'en',
    route: 'knowledge',
    text: 'Do you ship to Hong Kong?',
    sources: ['送到国外、香港或台湾吗？', 'delivery-guide'],
  },
  // Orders
  { language: 'zh', route: 'order', text: '帮我查下 KF20261116-0236 到哪了', orders: ['KF20261116-0236'] },
  { language: 'zh', route: 'order', text: '我最近一单是什么情况', orders: ['KF20261119-0386', 'KF20261119-0186'] },
  { language: 'zh', route: 'order', text: '上上周买的加湿器怎么还没送到', orders: ['KF20261108-0353'] },
  { language: 'zh', route: 'order', text: '我买的咖啡机发货了没有', orders: ['KF20261118-0362'] },
  { language: 'zh', route: 'order', text: 'R5 扫地机器人的退款到账了吗', orders: ['KF20261106-0242'] },
  { language: 'zh', route: 'order', text: '把 KF20261119-0186 这个订单取消掉吧', orders: ['KF20261119-0186'] },
  { language: 'zh', route: 'order', text: '订单 KF20261118-0362 想换个收货地址', orders: ['KF20261118-0362'] },
  { language: 'zh', route: 'order', text: '看看我九月份的订单', orders: ['KF20260905-0184'] },
  { language: 'en', route: 'order', text: "Where's my e-reader?", orders: ['KF20261117-0356'] },
  { language: 'en', route: 'order', text: 'What is the status of order kf20261113-0382?', orders: ['KF20261113-0382'] },
  { language: 'en', route: 'order', text: 'Has my rice cooker been shipped yet?', orders: ['KF20261118-0218'] },
  { language: 'en', route: 'order', text: 'Please cancel KF20261118-0218', orders: ['KF20261118-0218'] },
  { language: 'en', route: 'order', text: 'Show me what I ordered in August', orders: ['KF20260812-0161'] },
  { language: 'en', route: 'order', text: "I'd like to return the kettle I bought", orders: ['KF20261116-0194'] },
  {
    language: 'en',
    route: 'order',
    text: 'Any news on my refund for the mini air fryer?',
    orders: ['KF20260924-0278'],
  },
  { language: 'en', route: 'order', text: 'my latest order', orders: ['KF20261119-0415', 'KF20261119-0156'] },
  // Recommendations
  { language: 'zh', route: 'recommend', text: '想给爸妈买个按摩以外的礼物，500 块以内有什么推荐' },
  { language: 'zh', route: 'recommend', text: '推荐一款适合宿舍用的小电饭煲' },
  { language: 'zh', route: 'recommend', text: '预算两百左右，耳机买哪个好' },
  { language: 'en', route: 'recommend', text: 'Can you suggest a quiet fan for a bedroom under 300?' },
  { language: 'en', route: 'recommend', text: 'Which headphones would you recommend for running?' },
  { language: 'en', route: 'recommend', text: 'What goes well with the air purifier I have?' },
  // Clarification
  { language: 'zh', route: 'clarify', text: '我有个问题想问一下' },
  { language: 'zh', route: 'clarify', text: '那个不行' },
  { language: 'zh', route: 'clarify', text: '帮我处理一下' },
  { language: 'en', route: 'clarify', text: 'I need some help' },
  { language: 'en', route: 'clarify', text: "It's not right" },
  { language: 'en', route: 'clarify', text: 'I have a question about something' },
  // Escalation
  { language: 'zh', route: 'escalate', text: '别跟我扯了，给我换个真人来' },
  { language: 'zh', route: 'escalate', text: '我要找人工客服' },
  { language: 'en', route: 'escalate', text: 'Let me speak to an actual human please' },
  { language: 'en', route: 'escalate', text: 'connect me with customer service staff' },
  // Out of scope
  { language: 'zh', route: 'decline', text: '明天北京会不会下雨' },
  { language: 'zh', route: 'decline', text: '帮我写一首关于秋天的诗' },
  { language: 'en', route: 'decline', text: 'Who won the football world cup in 2018?' },
  { language: 'en', route: 'decline', text: 'Write me a Python function that sorts a list' },
];
