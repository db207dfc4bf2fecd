import type { Phrases } from './phrases.ts';

/** English replies. */
export const en: Phrases = {
  greeting: (shop) =>
    `Hello, I am the assistant of ${shop}. I can answer questions about products, offers and after-sales service, look up your orders, or recommend something. How can I help?`,
  thanks: 'You are welcome. Just ask if there is anything else.',
  goodbye: 'Thank you for visiting. Goodbye, and have a nice day!',
  languages:
    'I understand Chinese and English; write in whichever you like. For another language I can bring in a person.',
  botIdentity: (shop) =>
    `I am the AI assistant of ${shop}, not a human. Say "talk to a person" and I will bring one in.`,
  writeCharacters:
    'Sorry, I cannot read this in pinyin yet. Could you write it in Chinese characters or in English?（请用汉字或英文再说一遍。）',
  praise: 'Thank you for telling us! Is there anything else I can do?',
  abuse:
    'I am sorry that this has been a bad experience. Tell me what went wrong and I will do my best, or I can bring in a person.',
  nothingToDecide: 'All right. Is there anything else I can do for you?',

  noEvidence:
    "I'm sorry, I could not find the answer in the shop's information, and I would rather not guess. Shall I bring in a person?",
  perhapsMeant:
    'I could not find a sure answer to that, and I would rather not guess. Is it about one of these? If not, I can bring in a person.',
  aboutSection: (section, title) => `${section} (${title})`,
  outOfScope: (shop) =>
    `I'm sorry, that is outside what I can help with. I can answer questions about ${shop}: products, offers, orders and after-sales service.`,
  otherLanguageSource: 'This is taken from our Chinese documents:',
  priceOf: (name, price, stock) => `${name} costs ${price} and is ${stock}.`,
  variantsOf: (list) => `Available options: ${list}.`,
  optionsOf: (label, values) => `${label}: ${values}`,
  comesIn: (name) => `${name} – `,
  notOffered: () => 'No, that one is not offered. ',
  available: (options) => `In stock – ${options}.`,
  priceFrom: (price) => `from ${price}`,
  inStock: 'in stock',
  outOfStock: 'out of stock at the moment',
  stockOf: (name, stock) => `${name} is ${stock}.`,

  clarifyTopic: 'Let me make sure I understand: is it about an order, a product, or our returns and service policies?',
  clarifyTopicAgain:
    'I am sorry, I have not fully understood. Could you put it another way, or give me an order number or a product name?',
  stuck: 'I am sorry, I still do not understand. Shall I bring in a person?',
  topics: {
    order: 'Find my order',
    product: 'Ask about a product',
    returns: 'Return policy',
    human: 'Talk to a person',
  },

  supportHours: (hours) => `Our service hours: ${hours}.`,
  offerHuman: 'Shall I bring in a person?',
  broken: 'I am sorry that it has broken.',
  whichFault: 'If you tell me what it does (no power, a leak, a noise), I can look first for what may help.',
  adviceInVain: 'I am sorry that this has not solved it. It looks as if it needs a repair.',
  sorry: 'I am very sorry about this, and I take it seriously.',
  sorryComplaint:
    'I am very sorry about this, and I take it seriously. Shall I bring in a person right away to sort it out?',
  talkToHuman: 'Talk to a person',

  signIn:
    'To protect your data, orders can only be looked up or changed when you are signed in to your shop account. Sign in and ask me again, or say "talk to a person".',
  noOrders: 'There are no orders in your account yet.',
  orderNotFound: (ids) =>
    `I could not find order ${ids} in your account. Please check the number, or tell me the product or when you ordered it.`,
  nothingMatches: 'I found no order that fits.',
  latestInstead: 'These are your latest orders:',
  whichOrder: 'Which order do you mean?',
  ordersFound: (count) => (count === 1 ? 'I found this order:' : `I found ${count} orders:`),
  orderLine: ({ id, day, status, items, total }) =>
    `Order ${id}, placed on ${day}, is ${status}. Items: ${items}; total ${total}.`,
  parcel: ({ carrier, number, status, eta }) =>
    `${[carrier ? `Carrier: ${carrier}` : null, number ? `tracking number ${number}` : null, status ? `status: ${status}` : null, eta ? `expected on ${eta}` : null].filter(Boolean).join(', ')}.`,
  lastEvent: ({ at, place, text }) => `Latest update: ${at}${place ? `, ${place}` : ''}: ${text}`,
  notShipped: (id, status) =>
    `Order ${id} is ${status} and has not been shipped yet. Tracking appears as soon as it leaves.`,
  orderClosed: (id, status) => `Order ${id} is ${status}; no parcel is on its way.`,
  deliveredMissing: (id) =>
    `The carrier reports order ${id} as delivered. Please check the doorstep, parcel lockers, neighbours or reception; if it is not there, I can bring in a person to investigate.`,
  urged: (id) =>
    `I understand you need order ${id} soon. This is the latest state; if it should be pushed at the warehouse or carrier, I can bring in a person.`,
  refundLine: ({ id, amount, status, reason }) =>
    `Refund for order ${id}${amount ? `: ${amount}` : ''}${status ? `, status: ${status}` : ''}${reason ? ` (reason: ${reason})` : ''}.`,
  noRefund: (id) => `There is no refund for order ${id} so far.`,
  invoiceLine: ({ id, title, status, amount }) =>
    `Invoice for order ${id}${title ? `, "${title}"` : ''}${amount ? `, ${amount}` : ''}${status ? `, status: ${status}` : ''}.`,
  shipsTo: (address) => `It goes to: ${address}.`,
  paymentLine: ({ method, amount, status }) =>
    `Payment${amount ? ` of ${amount}` : ''}${method ? ` by ${method}` : ''}${status ? `: ${status}` : ''}.`,
  needsPerson: (id) => `This request for order ${id} has to be checked by a person. Shall I bring one in?`,

  askAddress: (id) => `Where should order ${id} be delivered instead? Please send the full new address.`,
  confirmAsk: (summary) => `Please confirm: ${summary}`,
  confirmHow: 'Reply "yes" to go ahead or "no" to leave it as it is.',
  changeLine: (field, from, to) => `${field}: ${from === null ? '' : `${from} → `}${to ?? 'none'}`,
  confirmYes: 'Yes',
  confirmNo: 'No',
  nothingToChange: (id) => `Order ${id} is already like that; there is nothing to change.`,
  notAllowed: ({ id, status, because, rule }) =>
    because === 'status'
      ? `Order ${id} is ${status}, so this is not possible now. ${rule ?? ''}`.trim()
      : `The time limit for this has passed for order ${id}. ${rule ?? ''}`.trim(),
  rejected: 'All right, nothing was changed.',
  refused: (rule) =>
    `I'm sorry, the order has changed in the meantime, so this is no longer possible. Nothing was changed. ${rule ?? ''}`.trim(),
  expired: 'That request has expired and nothing was changed. Please ask again if you still want it.',

  recommendIntro: 'I would suggest:',
  recommendInstead: 'I found nothing that quite fits your description; you might like these instead:',
  recommendNothing: "I'm sorry, nothing in stock fits that. Would a different budget or category work?",
  recommendMore: 'Tell me your budget and what it is for, and I will narrow it down.',
  reasonNeed: (need) => `matches “${need}”`,
  reasonNeeds: 'fits what you asked for',
  reasonBudget: (max) => `within your budget of ${max}`,
  reasonGoesWith: (name) => `goes with ${name}`,
  reasonTogether: (name) => `often chosen by customers who bought ${name}`,
  reasonBoughtBefore: 'you bought it before',
  reasonSameKind: (name) => `the same kind as ${name}, which you bought`,
  reasonPopular: 'one of our best sellers',
  notSold: (name) => `This shop has no ${name}.`,
  compareIntro: 'Here is the comparison:',
  compareWhich: 'Which two products would you like to compare?',

  customerSaid: (lines) => `The customer said: ${lines}`,
  botSaid: (line) => `The bot’s last reply: “${line}”`,
};
