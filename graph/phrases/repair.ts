import type { Language } from '../../stores/schema.ts';

/** What is said about the conversation itself. */
export interface RepairPhrases {
  /** Before a question that is put again after something else. */
  backTo(question: string): string;
  /** The open question, put again because the answer made no sense. */
  askAgain(question: string): string;
  /** Behind a change that is put: what comes next. */
  upNext(wish: string): string;
  /** Nothing is open, and something waited: whether to go on with it. */
  goOnWith(wish: string): string;
  dropped: string;
  skipped: string;
  listening: string;
  simply(text: string): string;
  /** There is no shorter way to say it. */
  asSimpleAsItGets(text: string): string;
  confirmMeans(summary: string): string;
  questionMeans(question: string): string;
  topicsMean: string;
  abilities(shop: string): string;
  /** What was carried out in this conversation; empty: nothing. */
  doneSoFar(texts: readonly string[]): string;
  angryOffer: string;
  repeatedOffer: string;
  noPerson: string;
  /** To a word that confirms, where nothing waits for it. */
  nothingWaits: string;
  /** Impatience, nothing said of what is to be quick. */
  hurried: string;
  hurriedWhile(question: string): string;
  urgeMyOrder: string;
  /** Where what was asked cannot be put again. */
  unanswered: string;
}

const zh: RepairPhrases = {
  backTo: (question) => `回到刚才的事：${question}`,
  askAgain: (question) => `我还在等您的答复。${question}`,
  upNext: (wish) => `这一项办完后，接着办：${wish}`,
  goOnWith: (wish) => `还有一件：${wish}\n现在接着办吗？`,
  dropped: '好的，那就不办了，没有做任何改动。还有什么可以帮您？',
  skipped: '好的，这个先跳过，没有做任何改动。需要的时候再告诉我。',
  listening: '我在的。请问有什么可以帮您？可以直接告诉我商品名称、订单号，或者想了解的政策。',
  simply: (text) => `简单说：${text}`,
  asSimpleAsItGets: (text) => `抱歉没能说清楚。意思是：${text}\n还是不清楚的话，我可以为您转接人工客服。`,
  confirmMeans: (summary) =>
    `简单说，我想和您确认这件事：${summary}。想办就回复“确认”；不想办就回复“不用了”，什么都不会改动。`,
  questionMeans: (question) => `简单说，我还差一个信息才能继续：${question}不想继续的话，回复“算了”就可以。`,
  topicsMean: '意思是我还不确定您想办什么。比如可以这样问我：“我的快递到哪了”“怎么退货”“推荐一款耳机”。',
  abilities: (shop) =>
    `我是${shop}的智能客服，可以：查订单和物流；取消订单、修改地址、申请退货和发票；解答商品、活动、配送和售后问题；推荐和对比商品；也可以为您转接人工客服。`,
  doneSoFar: (texts) =>
    texts.length > 0
      ? `这次对话里已经办好的：\n${texts.map((text) => `- ${text}`).join('\n')}`
      : '这次对话里还没有做任何改动。',
  angryOffer: '让您不愉快了，很抱歉。需要的话，我可以马上为您转接人工客服。',
  repeatedOffer: '如果我的回答没有解决您的问题，可以为您转接人工客服。',
  noPerson: '好的，不转人工，我来帮您。请告诉我具体的问题。',
  nothingWaits: '目前没有等待您确认的操作，没有做任何改动。请告诉我要办什么。',
  hurried:
    '抱歉让您久等了。是想催某个订单发货或派送吗？请告诉我订单号或商品名称；如果是别的事，直接说就好，我马上处理。',
  hurriedWhile: (question) => `抱歉让您久等了，只差这一步：${question}`,
  urgeMyOrder: '催一下我的订单',
  unanswered: '请先回答我上一个问题，或者回复“算了”。',
};

const en: RepairPhrases = {
  backTo: (question) => `Back to what we were doing: ${question}`,
  askAgain: (question) => `I am still waiting for your answer. ${question}`,
  upNext: (wish) => `Once this is settled, I go on with: ${wish}`,
  goOnWith: (wish) => `There is one more: ${wish}\nShall I go on with it?`,
  dropped: 'All right, I will leave it. Nothing was changed. What else can I do for you?',
  skipped: 'All right, we will skip that. Nothing was changed; tell me whenever you want to go on.',
  listening: 'I am here. How can I help? You can give me a product, an order number, or ask about our policies.',
  simply: (text) => `In short: ${text}`,
  asSimpleAsItGets: (text) =>
    `Sorry that I was not clear. It means: ${text}\nIf that does not help, I can bring in a person.`,
  confirmMeans: (summary) =>
    `In short, I want to be sure before I do this: ${summary}. Reply "yes" and I will do it; reply "no" and nothing changes.`,
  questionMeans: (question) =>
    `In short, I need one more thing to go on: ${question} If you would rather stop, just say "never mind".`,
  topicsMean:
    'I mean that I am not sure yet what you need. You could ask, for example: "where is my parcel", "how do I return something" or "recommend headphones".',
  abilities: (shop) =>
    `I am the automated assistant of ${shop}. I can look up orders and parcels; cancel orders, change addresses, arrange returns and invoices; answer questions about products, offers, delivery and after-sales service; recommend and compare products; or bring in a person.`,
  doneSoFar: (texts) =>
    texts.length > 0
      ? `Done so far in this chat:\n${texts.map((text) => `- ${text}`).join('\n')}`
      : 'Nothing was changed so far in this chat.',
  angryOffer: 'I am sorry that this is frustrating. If you like, I can bring in a person right away.',
  repeatedOffer: 'If my answer does not solve it, I can bring in a person.',
  noPerson: 'All right, no person; I will help you myself. What exactly is it about?',
  nothingWaits: 'Nothing is waiting for your confirmation, and nothing was changed. What would you like me to do?',
  hurried:
    'Sorry to keep you waiting. Is there an order that should be sent or delivered sooner? Give me its number or what you bought. If it is about something else, just say what, and I will get to it right away.',
  hurriedWhile: (question) => `Sorry to keep you waiting; only this is left: ${question}`,
  urgeMyOrder: 'Hurry my order along',
  unanswered: 'Please answer my last question first, or say "never mind".',
};

const PHRASES: Record<Language, RepairPhrases> = { zh, en };

export const repairPhrases = (language: Language): RepairPhrases => PHRASES[language];

const ACTIONS: Readonly<Record<string, (order: string) => Record<Language, string>>> = {
  cancel_order: (order) => ({ zh: `取消订单 ${order}`, en: `Cancel order ${order}` }),
  return_order: (order) => ({ zh: `为订单 ${order} 申请退货`, en: `Request a return for order ${order}` }),
  exchange_order: (order) => ({ zh: `为订单 ${order} 申请换货`, en: `Request an exchange for order ${order}` }),
  change_address: (order) => ({
    zh: `修改订单 ${order} 的收货地址`,
    en: `Change the delivery address of order ${order}`,
  }),
  change_items: (order) => ({ zh: `修改订单 ${order} 的商品`, en: `Change the items of order ${order}` }),
  request_invoice: (order) => ({ zh: `为订单 ${order} 开具发票`, en: `Issue an invoice for order ${order}` }),
};

/** A change to an order in a few words; undefined for one that is not known here. */
export const actionIn = (language: Language, action: string, order: string): string | undefined =>
  ACTIONS[action]?.(order)[language];
