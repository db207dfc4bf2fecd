import type { Phrases } from './phrases.ts';

/** 中文回复。 */
export const zh: Phrases = {
  greeting: (shop) =>
    `您好，我是${shop}的智能客服。可以帮您解答商品、活动和售后问题，查询订单，或推荐商品。请问有什么可以帮您？`,
  thanks: '不客气，很高兴能帮到您。还有其他问题随时告诉我。',
  goodbye: '感谢您的光临，再见，祝您生活愉快！',
  languages: '我会中文和英文，您用哪一种都可以。其他语言可以请人工客服帮忙。',
  botIdentity: (shop) => `我是${shop}的 AI 智能客服，不是真人。需要人工客服的话，说“转人工”就可以。`,
  writeCharacters:
    '抱歉，我还看不懂这段拼音。可以请您用汉字或英文再说一遍吗？（Sorry, please write in Chinese characters or in English.）',
  praise: '谢谢您的反馈！还有什么可以帮您的吗？',
  abuse: '很抱歉给您带来了不好的体验。请告诉我遇到了什么问题，我会尽力解决；也可以为您转接人工客服。',
  nothingToDecide: '好的。请问还有什么可以帮您？',

  noEvidence: '抱歉，我在店铺资料里没有找到这个问题的答案，不敢随意答复。需要我为您转接人工客服吗？',
  perhapsMeant:
    '这个问题我没有找到确切的答案，不敢随意答复。您想问的是下面哪一项吗？都不是的话，我可以为您转接人工客服。',
  aboutSection: (section, title) => `${section}（${title}）`,
  outOfScope: (shop) => `抱歉，这个问题超出了我的服务范围。我可以帮您解答${shop}的商品、活动、订单和售后问题。`,
  otherLanguageSource: '以下内容摘自英文资料：',
  priceOf: (name, price, stock) => `${name} 的价格是 ${price}，${stock}。`,
  variantsOf: (list) => `可选规格：${list}。`,
  optionsOf: (label, values) => `${label}：${values}`,
  comesIn: (name) => `${name}，`,
  notOffered: () => '抱歉，没有您要的规格。',
  available: (options) => `有货的${options}。`,
  priceFrom: (price) => `${price} 起`,
  inStock: '有货',
  outOfStock: '暂时缺货',
  stockOf: (name, stock) => `${name} 目前${stock}。`,

  clarifyTopic: '我想确认一下您的需求：您是想查订单、咨询商品，还是了解售后政策？',
  clarifyTopicAgain: '抱歉，我还没有完全理解。能换个说法，或者告诉我订单号、商品名称吗？',
  stuck: '抱歉，我还是没能理解您的问题。需要我为您转接人工客服吗？',
  topics: { order: '查订单', product: '咨询商品', returns: '退换货政策', human: '转人工' },

  supportHours: (hours) => `人工客服服务时间：${hours}。`,
  offerHuman: '需要我为您转接人工客服吗？',
  broken: '很抱歉，东西坏了给您添麻烦了。',
  whichFault: '也可以告诉我具体的现象（比如不通电、漏水、有异响），我先帮您查查有没有办法。',
  adviceInVain: '很抱歉，刚才的办法没有解决问题，看来需要检修。',
  sorry: '非常抱歉给您带来不便，我很重视您反馈的问题。',
  sorryComplaint: '非常抱歉给您带来不便，我很重视您反馈的问题。需要我马上为您转接人工客服来处理吗？',
  talkToHuman: '转人工',

  signIn: '为了保护您的信息，查询和修改订单需要先登录购物账号。登录后再问我就可以；也可以说“转人工”由客服协助。',
  noOrders: '您的账号下还没有订单。',
  orderNotFound: (ids) => `在您的账号下没有找到订单 ${ids}。请核对订单号，或者告诉我商品名称、下单时间。`,
  nothingMatches: '没有找到符合条件的订单。',
  latestInstead: '这是您最近的订单：',
  whichOrder: '请问您指的是哪一个订单？',
  ordersFound: (count) => `为您找到 ${count} 个订单：`,
  orderLine: ({ id, day, status, items, total }) =>
    `订单 ${id}（${day}下单）：${status}。商品：${items}，合计 ${total}。`,
  parcel: ({ carrier, number, status, eta }) =>
    `${[carrier ? `由${carrier}承运` : null, number ? `运单号 ${number}` : null, status ? `状态：${status}` : null, eta ? `预计 ${eta} 送达` : null].filter(Boolean).join('，')}。`,
  lastEvent: ({ at, place, text }) => `最新进展：${at}${place ? `，${place}` : ''}，${text}`,
  notShipped: (id, status) => `订单 ${id} 目前${status}，还没有发货，发货后就能看到物流信息。`,
  orderClosed: (id, status) => `订单 ${id} 的状态是${status}，没有在途的包裹。`,
  deliveredMissing: (id) =>
    `订单 ${id} 的物流显示已签收。请先看看门口、快递柜或家人、物业是否代收；还是没有找到的话，我可以为您转接人工客服核实。`,
  urged: (id) => `我理解您着急收到订单 ${id}。以上是最新进度；如果需要催促仓库或快递，我可以为您转接人工客服跟进。`,
  refundLine: ({ id, amount, status, reason }) =>
    `订单 ${id} 的退款${amount ? ` ${amount}` : ''}${status ? `，状态：${status}` : ''}${reason ? `（原因：${reason}）` : ''}。`,
  noRefund: (id) => `订单 ${id} 目前没有退款记录。`,
  invoiceLine: ({ id, title, status, amount }) =>
    `订单 ${id} 的发票${title ? `“${title}”` : ''}${amount ? `，金额 ${amount}` : ''}${status ? `，状态：${status}` : ''}。`,
  shipsTo: (address) => `收货地址：${address}。`,
  paymentLine: ({ method, amount, status }) =>
    `付款${amount ? ` ${amount}` : ''}${method ? `，${method}` : ''}${status ? `，状态：${status}` : ''}。`,
  needsPerson: (id) => `订单 ${id} 的这项申请需要人工客服核实处理。需要我为您转接吗？`,

  askAddress: (id) => `好的，订单 ${id} 要改送到哪里？请发送完整的新收货地址。`,
  confirmAsk: (summary) => `请确认：${summary}`,
  confirmHow: '回复“确认”执行，回复“不用了”放弃。',
  changeLine: (field, from, to) => `${field}：${from === null ? '' : `${from} → `}${to ?? '无'}`,
  confirmYes: '确认',
  confirmNo: '不用了',
  nothingToChange: (id) => `订单 ${id} 已经是这样了，不需要再修改。`,
  notAllowed: ({ id, status, because, rule }) =>
    because === 'status'
      ? `订单 ${id} 的状态是${status}，现在不能办理。${rule ?? ''}`
      : `订单 ${id} 已超过可以办理的期限。${rule ?? ''}`,
  rejected: '好的，没有做任何改动。',
  refused: (rule) => `抱歉，订单的状态已经变化，现在不能办理，没有做任何改动。${rule ?? ''}`,
  expired: '这个确认已经过期，没有做任何改动。需要的话请重新提出。',

  recommendIntro: '为您推荐：',
  recommendInstead: '没有找到完全符合描述的商品，您可以看看这些：',
  recommendNothing: '抱歉，暂时没有找到符合要求的有货商品。可以放宽一下预算或换个品类吗？',
  recommendMore: '您可以告诉我预算和用途，我再为您精选。',
  reasonNeed: (need) => `符合“${need}”的需求`,
  reasonNeeds: '符合您的需求',
  reasonBudget: (max) => `在您 ${max} 的预算内`,
  reasonGoesWith: (name) => `与${name}搭配使用`,
  reasonTogether: (name) => `买过${name}的顾客也常选`,
  reasonBoughtBefore: '您买过这款',
  reasonSameKind: (name) => `与您买过的${name}同类`,
  reasonPopular: '店内热销',
  notSold: (name) => `本店没有${name}。`,
  compareIntro: '为您对比：',
  compareWhich: '请告诉我想对比的两款商品名称。',

  customerSaid: (lines) => `顾客说：${lines}`,
  botSaid: (line) => `机器人最后的回复：“${line}”`,
};
