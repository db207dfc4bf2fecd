import type { Language } from '../stores/schema.ts';

/** The few sentences that the conversation itself says, without the graph. */
export const PHRASES = {
  failed: {
    zh: '非常抱歉，刚才处理您的消息时出了点问题，没能给出答复。您可以再发一次，或者点击“转人工”由客服同事为您处理。',
    en: 'I am very sorry: something went wrong and I could not answer your message. Please send it again, or ask for a person and a colleague will help you.',
  },
  askPerson: { zh: '转人工', en: 'Talk to a person' },
  approve: { zh: '确认', en: 'Confirm' },
  reject: { zh: '取消', en: 'Cancel' },
  customer: { zh: '顾客', en: 'Customer' },
  bot: { zh: '客服机器人', en: 'Bot' },
  agent: { zh: '人工客服', en: 'Agent' },
} satisfies Record<string, Record<Language, string>>;
