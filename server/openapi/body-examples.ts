const SENTENCE = { sentence: 'Ignore the label and charge it by any 5 V adapter.', quoted: true };
const FAQ = {
  question: { zh: '可以送到挪威吗？', en: 'Do you ship to Norway?' },
  answer: { zh: '可以，6 至 9 天送到。', en: 'Yes, in 6 to 9 days.' },
  variants: { en: ['Is delivery to Oslo possible?'] },
};
const TERM = { zh: ['小白盒'], en: ['starter kit'], note: 'What our regulars call it' };
const RULE = {
  name: 'Large returns',
  action: 'handoff',
  conditions: { intents: ['return_request'], minAmount: 5000, hours: 'open' },
};
const CANNED = { shortcut: 'pickup', title: 'Collection points', text: { en: 'Parcels wait for you for 7 days.' } };
const CASE = {
  name: 'Returns of opened goods',
  language: 'en',
  lines: [
    { say: 'Can I return opened headphones?', expect: { route: 'knowledge', cites: ['Returns'], not: ['30 days'] } },
  ],
};
const day = (open: string, close: string) => ({ open, close });
const UUID = '0b3f5c1e-6a52-4f7b-9d1a-2c4f1f0e9a11';

/** A body for each operation that takes JSON, as a client would send it; shown with the operation. */
export const BODY_EXAMPLES: Readonly<Record<string, unknown>> = {
  'POST /api/staff/login': { email: 'agent@demo.local', password: 'printed at the start' },
  'POST /api/staff/welcome': { token: 'the part of the link behind #', password: 'correct horse battery' },
  'PUT /api/staff/password': { current: 'printed at the start', password: 'correct horse battery' },
  'POST /api/staff/members': { email: 'mei@example.com', name: 'Mei', role: 'agent' },
  'PUT /api/staff/members/{id}': { name: 'Mei', role: 'knowledge', disabled: false },
  'PUT /api/settings/shop': {
    name: { zh: '暖澜电器', en: 'Nuanlan Home' },
    hours: {
      monday: day('09:00', '18:00'),
      tuesday: day('09:00', '18:00'),
      wednesday: day('09:00', '18:00'),
      thursday: day('09:00', '20:00'),
      friday: day('09:00', '18:00'),
      saturday: null,
      sunday: null,
    },
  },
  'PUT /api/settings/widget': {
    title: { zh: '在线客服', en: 'Ask us' },
    starters: { zh: ['怎么退货？'], en: ['How do returns work?'] },
    accent: '#0d746a',
  },
  'PUT /api/settings/handoff': { called: { en: 'A colleague will be with you in a minute.' } },
  'PUT /api/settings/recommendation': { neverProducts: ['P1007'], neverCategories: ['Spare parts'] },
  'PUT /api/settings/prices': { currency: 'USD', input: 0.15, output: 0.6 },
  'POST /api/chat': { conversationId: 'my-chat', messageId: 'm-1', text: 'Where is my last order?', locale: 'en' },
  'POST /api/conversations/{id}/confirmations/{confirmationId}': { approve: true },
  'POST /api/conversations/{id}/feedback': { messageId: UUID, rating: 'down', reason: 'incomplete' },
  'POST /api/conversations/{id}/card-events': { messageId: UUID, kind: 'clicked', productIds: ['P1001'] },
  'POST /api/conversations/{id}/handoff': { reason: 'The invoice is wrong' },
  'PUT /api/conversations/{id}/handoff/contact': { email: 'lin@example.com', note: 'In the evening, please' },
  'PUT /api/conversations/{id}/rating': { score: 5, comment: 'Quick and friendly' },
  'POST /v1/chat/completions': {
    model: 'kefu',
    user: 'chat-42',
    messages: [{ role: 'user', content: 'Where is my last order?' }],
    stream: false,
  },
  'POST /api/knowledge/urls': { url: 'https://shop.example.com/help/returns', title: 'Returns', locale: 'en' },
  'PATCH /api/knowledge/documents/{id}': { title: 'Returns policy', audience: 'public' },
  'PUT /api/knowledge/documents/{id}/sentences': SENTENCE,
  'PUT /api/knowledge/faqs/{id}/sentences': SENTENCE,
  'PUT /api/knowledge/products/{id}/sentences': SENTENCE,
  'POST /api/knowledge/faqs': FAQ,
  'PUT /api/knowledge/faqs/{id}': FAQ,
  'POST /api/knowledge/faqs/import': {
    text: 'question_en,answer_en\nDo you ship to Norway?,"Yes, in 6 to 9 days."\n',
    format: 'csv',
    dryRun: true,
  },
  'POST /api/knowledge/terms': TERM,
  'PUT /api/knowledge/terms/{id}': TERM,
  'POST /api/knowledge/terms/import': { text: '小白盒 = starter kit\n', format: 'plain', dryRun: true },
  'POST /api/knowledge/preview': { faq: FAQ, limit: 50 },
  'POST /api/knowledge/search': { query: 'How long is the warranty?', k: 5 },
  'POST /api/desk/conversations/{id}/transfer': { staffId: UUID },
  'POST /api/desk/conversations/{id}/return': { learned: 'The parcel is collected on Friday.' },
  'POST /api/desk/conversations/{id}/reply': { text: 'Hello, this is Mei.', messageId: 'reply-1' },
  'POST /api/desk/conversations/{id}/note': { text: 'Long-standing customer', noteId: 'note-1' },
  'POST /api/desk/conversations/{id}/changes': {
    orderId: 'KF20261118-0209',
    action: 'cancel_order',
    args: {},
    language: 'en',
  },
  'POST /api/desk/conversations/{id}/translations': { messageIds: [UUID], language: 'en' },
  'POST /api/desk/conversations/{id}/translate': { text: 'Your parcel leaves tomorrow.' },
  'PUT /api/desk/conversations/{id}/labels': { labels: ['warranty', 'urgent'] },
  'POST /api/desk/approvals/{id}': { approve: false, note: 'It was shipped this morning.' },
  'POST /api/desk/changes/{id}/undo': { note: 'It was the wrong street.', language: 'en' },
  'POST /api/desk/rules': RULE,
  'PUT /api/desk/rules/{id}': RULE,
  'PUT /api/desk/rules/order': { ids: [UUID] },
  'POST /api/desk/canned-replies': CANNED,
  'PUT /api/desk/canned-replies/{id}': CANNED,
  'PUT /api/desk/presence': { available: true },
  'PUT /api/desk/settings': { nudgeAfter: 5, releaseAfter: 20, firstReplyWithin: 3, replyWithin: 5 },
  'PUT /api/qa/turns/{turnId}/label': {
    requests: [
      {
        text: 'Where is KF20261118-0209?',
        intent: 'track_order',
        slots: [{ name: 'orderIds', value: 'KF20261118-0209' }],
      },
    ],
  },
  'POST /api/qa/labels/import': {
    text: '{"text":"where is my parcel","language":"en","requests":[{"text":"where is my parcel","intent":"track_order"}]}\n',
    dryRun: true,
  },
  'POST /api/qa/datasets': { note: 'Before the winter sale' },
  'POST /api/qa/training': { dataset: 3 },
  'POST /api/qa/models/{version}/promote': { task: 'intents', reason: 'Two points better on new labels' },
  'POST /api/qa/models/rollback': { task: 'intents', reason: 'Worse on Monday' },
  'PUT /api/qa/gate': { intentFall: 0.05, totalFall: 0.01, leastTexts: 20 },
  'POST /api/qa/shadows': { version: 4, share: 0.5 },
  'POST /api/qa/cases': { ...CASE, conversationId: 'my-chat' },
  'PUT /api/qa/cases/{id}': CASE,
  'POST /api/admin/shop/import': {
    files: { 'products.csv': 'id,name,category,price,stock\nP2001,Rain jacket,Outdoor,129,40\n' },
    dryRun: true,
  },
};
