import type { Language } from '../../stores/schema.ts';
import type { Refused } from '../../tools/policy/check.ts';
import type { PolicyAction } from '../../tools/policy/rule.ts';

/** What the conversation about changes of orders says. The question is always the last line. */
export interface OrderPhrases {
  likelyArrival(by: 'history' | 'policy', from: string, to: string): string;
  overdue(since: string): string;
  refusedBecause(because: Refused, rule: string | null): string;
  instead(names: string[]): string;
  wish(action: PolicyAction, orderId: string): { name: string; say: string } | undefined;
  whichRecipient(orderId: string): string;
  whichItem(orderId: string): string;
  whichReason: string;
  defaultAddressWanted: string;
  defaultAddressSame: string;
  whichItemToReturn(orderId: string): string;
  allItems: string;
  whichVariant(item: string): string;
  notOffered(item: string): string;
  soldOut(variant: string): string;
  noOtherVariant(item: string): string;
  howMany(item: string): string;
  isItFaulty: string;
  faulty: string;
  notFaulty: string;
  whichPayment: string;
  whichPaymentForDifference(amount: string): string;
  noSavedPayments: string;
  whichTitle(orderId: string): string;
  more(amount: string): string;
  less(amount: string): string;
  samePrice: string;
  inStock: string;
  left(count: number): string;
  outOfStock: string;
  awaitingApproval(id: string): string;
  approved(text: string): string;
  declined(note: string | null): string;
  /** The desk took a change back by itself. */
  undoneByDesk(text: string, note: string | null): string;
  unavailable: string;
  shopRefused: string;
  /** The shop's system was asked, and it isn't known whether it did the change. */
  inDoubt: string;
  /** A no came when the yes had gone to the shop's system, whose answer isn't known. */
  noInDoubt: string;
  /** The shop's system answered at last. */
  answeredLate(text: string): string;
  lookUp: string;
  lookUpContact(id: string): string;
  lookUpOrder: string;
  lookUpNone: string;
  lookUpTooOften: string;
  codeSent: string;
  codeWrong: string;
  visitorOrder(id: string, status: string): string;
  visitorReadOnly: string;
}

const zh: OrderPhrases = {
  likelyArrival: (by, from, to) =>
    `估计 ${from === to ? from : `${from}至${to}`} 送达（${by === 'history' ? '按本店以往包裹的用时估算' : '按本店的发货和配送时效估算'}，以物流实际为准）。`,
  overdue: (since) => `这个包裹比预计的 ${since} 晚了，目前没有可靠的送达时间；可以为您催一下，或请人工客服核实。`,
  refusedBecause: (because, rule) =>
    `${because === 'only_faulty' ? '这项服务只适用于有质量问题的商品。' : because === 'excluded' ? '这件商品不支持。' : '本店不提供这项服务的自助办理。'}${rule ?? ''}`,
  instead: (names) => `现在可以：${names.join('、')}。`,
  wish(action, id) {
    const names: Partial<Record<PolicyAction, [string, string]>> = {
      cancel: ['取消订单', `取消订单 ${id}`],
      return: ['申请退货', `订单 ${id} 退货`],
      exchange: ['申请换货', `订单 ${id} 换货`],
      change_items: ['修改商品规格', `修改订单 ${id} 的商品`],
      change_address: ['修改地址', `修改订单 ${id} 的地址`],
    };
    const found = names[action];
    return found && { name: found[0], say: found[1] };
  },
  whichReason: '方便说一下取消的原因吗？',
  defaultAddressWanted: '要把默认收货地址改成哪里？请把“默认地址改成”和完整的新地址一起发给我。',
  defaultAddressSame: '默认收货地址已经是这个了。',
  whichRecipient: (id) => `订单 ${id} 的收件人或电话要改成什么？`,
  whichItem: (id) => `订单 ${id} 里的哪一件？`,
  whichItemToReturn: (id) => `订单 ${id} 里要退哪一件？`,
  allItems: '全部',
  whichVariant: (item) => `${item}想换成哪一种？`,
  notOffered: (item) => `${item}没有这个规格。`,
  soldOut: (variant) => `${variant}目前缺货。`,
  noOtherVariant: (item) => `${item}没有其他可换的规格。`,
  howMany: (item) => `${item}要改成几件？`,
  isItFaulty: '商品有质量问题吗？',
  faulty: '有质量问题',
  notFaulty: '没有质量问题',
  whichPayment: '想改用哪种支付方式？',
  whichPaymentForDifference: (amount) => `差价 ${amount}，用哪种支付方式结算？`,
  noSavedPayments: '您的账户里没有其他已保存的支付方式，需要人工客服协助。',
  whichTitle: (id) => `订单 ${id} 的发票抬头要改成什么？`,
  more: (amount) => `补 ${amount}`,
  less: (amount) => `退 ${amount}`,
  samePrice: '无差价',
  inStock: '有货',
  left: (count) => `剩 ${count} 件`,
  outOfStock: '缺货',
  awaitingApproval: (id) =>
    `好的，已记录。${id ? `订单 ${id} 的` : ''}这项申请需要工作人员审核，目前还没有执行；审核结果会在这里通知您。`,
  approved: (text) => `您的申请已通过审核。${text}`,
  declined: (note) => `您的申请没有通过审核，没有做任何改动。${note ?? ''}`,
  undoneByDesk: (text, note) => `人工客服撤销了之前的一项修改。${text}${note ?? ''}`,
  unavailable: '抱歉，店铺系统暂时没有响应，没有做任何改动。请稍后再回复“确认”，我会再试一次。',
  shopRefused: '抱歉，店铺系统没有接受这项修改，没有做任何改动。可以为您转接人工客服。',
  inDoubt:
    '抱歉，店铺系统没有及时答复，我还不能确定这项修改是否已经生效。系统恢复后我会用同一个请求再核对，不会重复办理，有结果马上在这里告诉您。',
  noInDoubt:
    '您之前的确认已经发给店铺系统，但系统还没有答复，我不能确定是否已经生效，也不会再提交。如需人工核对，请回复“转人工”。',
  answeredLate: (text) => `店铺系统刚刚有了答复。${text}`,
  lookUp:
    '没有登录也可以查一个订单的状态：请发送订单号，以及下单时的手机号或邮箱。修改订单请先登录；也可以说“转人工”。',
  lookUpContact: (id) => `要查订单 ${id}，请发送下单时留的手机号或邮箱。`,
  lookUpOrder: '请再发送订单号。',
  lookUpNone: '没有找到与这些信息相符的订单。请核对订单号和下单时的手机号或邮箱。',
  lookUpTooOften: '查询次数太多了，请过一小时再试，或登录后查询。',
  codeSent: '如果信息相符，验证码已发送到下单时的手机或邮箱，10 分钟内有效。请把 6 位验证码发给我。',
  codeWrong: '验证码不对或已过期。请核对后再发一次，或重新查询。',
  visitorOrder: (id, status) => `订单 ${id}：${status}。`,
  visitorReadOnly: '没有登录时只能查看订单状态和物流。修改、退换货请先登录，或说“转人工”。',
};

const en: OrderPhrases = {
  likelyArrival: (by, from, to) =>
    `Estimated arrival: ${from === to ? from : `${from} to ${to}`} (an estimate, ${by === 'history' ? 'from how long our parcels usually take' : 'from our dispatch and delivery times'}).`,
  overdue: (since) =>
    `This parcel is later than ${since}, and there is no reliable arrival time; I can hurry it up for you, or a colleague can look into it.`,
  refusedBecause: (because, rule) =>
    `${because === 'only_faulty' ? 'This is only for goods that are at fault.' : because === 'excluded' ? 'This item is excluded.' : 'The shop does not offer this by itself.'} ${rule ?? ''}`.trim(),
  instead: (names) => `What you can do now: ${names.join(', ')}.`,
  wish(action, id) {
    const names: Partial<Record<PolicyAction, [string, string]>> = {
      cancel: ['cancel the order', `Cancel order ${id}`],
      return: ['return it', `I want to return order ${id}`],
      exchange: ['exchange it', `I want to exchange order ${id}`],
      change_items: ['change the items', `Change the items of order ${id}`],
      change_address: ['change the address', `Change the address of order ${id}`],
    };
    const found = names[action];
    return found && { name: found[0], say: found[1] };
  },
  whichReason: 'What is the reason for the cancellation?',
  defaultAddressWanted:
    'What shall the default address be? Please write “change my default address to” with the full new address.',
  defaultAddressSame: 'That is your default address already.',
  whichRecipient: (id) => `What should the recipient or phone number of order ${id} be?`,
  whichItem: (id) => `Which item of order ${id}?`,
  whichItemToReturn: (id) => `Which item of order ${id} would you like to return?`,
  allItems: 'All of them',
  whichVariant: (item) => `Which one would you like instead of ${item}?`,
  notOffered: (item) => `${item} does not come like that.`,
  soldOut: (variant) => `${variant} is out of stock at the moment.`,
  noOtherVariant: (item) => `There is no other variant of ${item} to choose.`,
  howMany: (item) => `How many of ${item} should it be?`,
  isItFaulty: 'Is the item faulty?',
  faulty: 'It is faulty',
  notFaulty: 'It is not faulty',
  whichPayment: 'Which payment method would you like instead?',
  whichPaymentForDifference: (amount) => `The difference is ${amount}. Which payment method should it go through?`,
  noSavedPayments: 'There is no other saved payment method in your account; a colleague would have to help.',
  whichTitle: (id) => `What should the title of the invoice for order ${id} be?`,
  more: (amount) => `${amount} more`,
  less: (amount) => `${amount} back`,
  samePrice: 'same price',
  inStock: 'in stock',
  left: (count) => `${count} left`,
  outOfStock: 'out of stock',
  awaitingApproval: (id) =>
    `Noted. This request${id ? ` for order ${id}` : ''} needs the approval of a colleague and has not been carried out yet; you will hear the result here.`,
  approved: (text) => `Your request was approved. ${text}`,
  declined: (note) => `Your request was not approved, and nothing was changed. ${note ?? ''}`.trim(),
  undoneByDesk: (text, note) => `A colleague took an earlier change back. ${text} ${note ?? ''}`.trim(),
  unavailable:
    'I’m sorry, the shop’s system does not respond, and nothing was changed. Please say “yes” again a little later and I will try once more.',
  shopRefused:
    'I’m sorry, the shop’s system did not accept this change, and nothing was changed. I can bring in a colleague.',
  inDoubt:
    'I’m sorry, the shop’s system did not answer in time, so I can’t tell yet whether the change was made. I will ask again with the same request, which can’t be carried out twice, and tell you here.',
  noInDoubt:
    'Your earlier yes had already gone to the shop’s system, which has not answered, so I can’t tell whether the change was made. I won’t send it again. A colleague can look into it: just ask for a person.',
  answeredLate: (text) => `The shop’s system has answered now. ${text}`,
  lookUp:
    'Without signing in you can see the status of one order: please send its number, and the phone number or e-mail it was placed with. To change an order please sign in, or ask for a person.',
  lookUpContact: (id) => `To look up order ${id}, please send the phone number or e-mail it was placed with.`,
  lookUpOrder: 'Please send the order number as well.',
  lookUpNone:
    'No order fits these details. Please check the number, and the phone number or e-mail that the order was placed with.',
  lookUpTooOften: 'That was tried too often. Please try again in an hour, or sign in.',
  codeSent:
    'If the details are right, a code was sent to the phone or e-mail of the order; it holds for 10 minutes. Please send me its 6 digits.',
  codeWrong: 'That code is wrong or has run out. Please check it and send it again, or start anew.',
  visitorOrder: (id, status) => `Order ${id} is ${status}.`,
  visitorReadOnly:
    'Without signing in you can see status and delivery only. To change or return something please sign in, or ask for a person.',
};

const PHRASES: Record<Language, OrderPhrases> = { zh, en };

export const orderPhrases = (language: Language): OrderPhrases => PHRASES[language];
