import { localText } from '../../stores/local-text.ts';
import type { Language } from '../../stores/schema.ts';
import { type Opening, openingAt } from '../opening-hours.ts';
import type { ShopProfile } from '../shop.ts';

/** What customers are told about a handoff, by the graph and by the desk alike. `at` comes formatted. */
const PHRASES: Record<
  Language,
  {
    called: string;
    calledClosed(at: string): string;
    hours(hours: string): string;
    ahead(count: number): string;
  }
> = {
  zh: {
    called: '已为您转接人工客服，请稍候，客服会看到我们刚才的全部对话。',
    calledClosed: (at) =>
      `已为您记录并转给人工客服。现在不在服务时间，同事将从${at}起按顺序回复。您可以在这里留下邮箱或电话和想说的话；想继续由我回答，请说“返回智能客服”。`,
    hours: (hours) => `人工服务时间：${hours}。`,
    ahead: (count) => `您前面还有 ${count} 位顾客。`,
  },
  en: {
    called: 'I have called a person for you; they will see our whole conversation. One moment, please.',
    calledClosed: (at) =>
      `I have passed this on to our team. Nobody is on duty right now; they answer in turn from ${at}. Leave an e-mail address or phone number and what you want to say right here, or say "back to the assistant" to go on with me.`,
    hours: (hours) => `Service hours: ${hours}.`,
    ahead: (count) => (count === 1 ? 'One customer is ahead of you.' : `${count} customers are ahead of you.`),
  },
};

/** What is said when a person was called, where the shop set nothing else. */
export const CALLED: Record<'open' | 'closed', Record<Language, string>> = {
  open: { zh: PHRASES.zh.called, en: PHRASES.en.called },
  closed: { zh: PHRASES.zh.calledClosed('{time}'), en: PHRASES.en.calledClosed('{time}') },
};

/** Weekday and minute in the shop's time zone: "周一 09:00", "Monday 09:00". */
const formatOpening = (at: Date, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone,
    weekday: language === 'zh' ? 'short' : 'long',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  })
    .format(at)
    .replace(',', '');

/** Null: the shop does not say when people answer. */
export const openingOf = (shop: Pick<ShopProfile, 'openingHours' | 'timeZone'>, now: Date): Opening | null =>
  shop.openingHours && openingAt(shop.openingHours, shop.timeZone, now);

/** Says that a person was called: how many wait before, and when people answer if nobody does now. */
export function callText(
  shop: Pick<ShopProfile, 'openingHours' | 'supportHours' | 'timeZone' | 'calledTexts'>,
  language: Language,
  now: Date,
  ahead = 0,
): string {
  const phrases = PHRASES[language];
  const opensAt = openingOf(shop, now)?.opensAt;
  if (opensAt) {
    const at = formatOpening(opensAt, language, shop.timeZone);
    return localText(shop.calledTexts?.closed, language).replaceAll('{time}', at) || phrases.calledClosed(at);
  }
  const hours = localText(shop.supportHours, language);
  return [
    localText(shop.calledTexts?.open, language) || phrases.called,
    ahead > 0 ? phrases.ahead(ahead) : '',
    hours ? phrases.hours(hours) : '',
  ]
    .filter(Boolean)
    .join(language === 'zh' ? '' : ' ');
}
