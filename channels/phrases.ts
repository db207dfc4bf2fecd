import type { Language } from '../stores/schema.ts';

/** To a picture, a voice message, a sticker. */
export const ONLY_TEXT: Record<Language, string> = {
  zh: '抱歉，我目前只能看懂文字消息。请把问题用文字发给我；需要发图片的话，请说“转人工”。',
  en: 'I am sorry, I can only read text. Please write your question; if it needs a picture, say "talk to a person".',
};

export const WELCOME: Record<Language, string> = {
  zh: '您好，我是智能客服，可以回答商品、订单和售后问题。随时说“转人工”就会有同事来帮您。',
  en: 'Hello, I am the shop’s automated assistant for products, orders and returns. Say "talk to a person" at any time.',
};
