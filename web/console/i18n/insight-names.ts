import type { IntentsBody } from '../../api/types.ts';
import type { Locale } from '../../i18n/dictionary.ts';

type SlotName = IntentsBody['slots'][number];
type Names = Readonly<Record<string, Readonly<Record<Locale, string>>>>;
const name = (en: string, zh: string) => ({ en, zh });

/** Where a request is worked on. */
const routes: Names = {
  knowledge: name('From the documents', '知识库问答'),
  order: name('Orders', '订单'),
  recommend: name('Recommendations', '商品推荐'),
  clarify: name('Asked back', '反问'),
  escalate: name('A person', '转人工'),
  smalltalk: name('Small talk', '寒暄'),
  decline: name('Declined', '婉拒'),
};

/** What customers want. */
const intents: Names = {
  abuse: name('Insult', '辱骂'),
  account_question: name('Account and membership', '账号与会员'),
  affirm: name('Yes', '同意'),
  bot_identity: name('Who are you', '询问身份'),
  cancel_order: name('Cancel an order', '取消订单'),
  cancel_policy: name('Rules of cancelling', '取消规则'),
  change_address: name('Change an address', '修改地址'),
  change_items: name('Change items', '修改商品'),
  compare_products: name('Compare products', '商品对比'),
  complaint: name('Complaint', '投诉'),
  damaged_or_wrong_item: name('Damaged or wrong goods', '破损或错发'),
  delivery_not_received: name('Parcel not received', '未收到包裹'),
  delivery_policy: name('Rules of delivery', '配送规则'),
  deny: name('No', '拒绝'),
  exchange_policy: name('Rules of exchanging', '换货规则'),
  exchange_request: name('Exchange', '换货'),
  feedback: name('Feedback', '评价与建议'),
  goodbye: name('Goodbye', '告别'),
  greeting: name('Greeting', '问候'),
  human_agent: name('A person wanted', '要求人工'),
  installation_question: name('Installation', '安装'),
  invoice_question: name('Rules of invoices', '发票规则'),
  invoice_request: name('Invoice wanted', '开发票'),
  list_orders: name('Own orders', '查看订单'),
  ordering_question: name('How to order', '如何下单'),
  out_of_scope: name('Not about the shop', '与店铺无关'),
  payment_problem: name('Payment problem', '付款异常'),
  payment_question: name('Ways to pay', '支付方式'),
  price_question: name('Price', '价格'),
  product_question: name('About a product', '商品咨询'),
  promotion_question: name('Promotions', '促销优惠'),
  recommend_product: name('Recommendation wanted', '求推荐'),
  refund_policy: name('Rules of refunds', '退款规则'),
  refund_status: name('State of a refund', '退款进度'),
  restock_notice: name('Back in stock', '到货通知'),
  return_policy: name('Rules of returning', '退货规则'),
  return_request: name('Return', '退货'),
  stock_question: name('In stock', '库存'),
  store_info: name('About the shop', '店铺信息'),
  thanks: name('Thanks', '道谢'),
  track_order: name('Where is my parcel', '物流查询'),
  troubleshooting: name('Trouble with a product', '故障排查'),
  urge_delivery: name('Hurry', '催单'),
  vague_help: name('Vague call for help', '求助不明'),
  warranty_question: name('Warranty and repair', '保修维修'),
};

/** Others are named by their model. */
const engines: Names = { local: name('Built-in engine', '本地引擎') };

/** Why a reply was no help. */
const reasons: Names = {
  wrong: name('Wrong', '答错了'),
  incomplete: name('Incomplete', '不完整'),
  unclear: name('Unclear', '看不懂'),
  not_my_question: name('Not the question', '答非所问'),
};

/** What a request names. */
const slots: Readonly<Record<SlotName, Readonly<Record<Locale, string>>>> = {
  orderIds: name('Order numbers', '订单号'),
  trackingNumbers: name('Tracking numbers', '运单号'),
  phones: name('Phone numbers', '电话'),
  emails: name('E-mail addresses', '邮箱'),
  quantity: name('Quantity', '数量'),
  money: name('Amount', '金额'),
  priceRange: name('Price range', '价格范围'),
  dates: name('Days', '日期'),
  ordinal: name('Place in a list', '第几个'),
  products: name('Products', '商品'),
  categories: name('Categories', '品类'),
  needs: name('Needs', '需求'),
};

const NAMES: Record<'routes' | 'intents' | 'engines' | 'reasons' | 'slots', Names> = {
  routes,
  intents,
  engines,
  reasons,
  slots,
};

/** Everything of a kind that has a name, with what it is called, to choose from. */
export const insightChoices = (of: keyof typeof NAMES, locale: Locale): Array<{ value: string; words: string }> =>
  Object.entries(NAMES[of]).map(([value, words]) => ({ value, words: words[locale] }));

/** What a message is that no intent fits; nothing to choose. */
const UNCLEAR = name('Not understood', '没听懂');

/** What a key of the insights is called; one without a name, as a shop's own intent may be, by its key. */
export const insightName = (of: keyof typeof NAMES, key: string, locale: Locale): string =>
  of === 'intents' && key === 'unclear' ? UNCLEAR[locale] : (NAMES[of][key]?.[locale] ?? key);
