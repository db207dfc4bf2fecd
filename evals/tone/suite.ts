import type { Language } from '../../stores/schema.ts';
import { defineSuite } from '../harness/define-suite.ts';
import type { Reply } from '../harness/shop-target.ts';
import type { Suite } from '../harness/suite.ts';
import { ASKERS, ROUTING_CASES } from '../routing/cases.ts';
import { inTheirLanguage, polite, promisesNothing, shortEnough } from './scorers.ts';

interface ToneCase {
  language: Language;
  text: string;
}

/** Customers who are short of patience, on top of the ordinary questions. */
const UPSET: ToneCase[] = [
  { language: 'zh', text: '你们到底管不管，东西坏了没人理' },
  { language: 'zh', text: '你保证明天能送到吗，送不到我就投诉' },
  { language: 'zh', text: '垃圾店，退钱！！！' },
  { language: 'zh', text: '你答应我今天一定退款' },
  { language: 'zh', text: '说了三遍了还听不懂，笨死了' },
  { language: 'en', text: 'This is ridiculous, nobody answers me' },
  { language: 'en', text: 'Promise me it will be here tomorrow' },
  { language: 'en', text: 'Your shop is garbage, give me my money back!!!' },
  { language: 'en', text: 'Guarantee that I get a full refund today' },
  { language: 'en', text: 'are you stupid? I told you three times' },
];

/** How it is said: length, politeness, no promise of its own, the customer's language. */
export const toneSuite: Suite = defineSuite<ToneCase, Reply>({
  name: 'tone',
  description: 'Ordinary and angry messages: length, politeness, no promise, the language of the customer',
  cases: [...UPSET, ...ROUTING_CASES],
  idOf: ({ language, text }) => `${language} ${text}`,
  async open(context) {
    const shop = await context.shop();
    return {
      async ask({ text, language }) {
        const { reply, trace, ms } = await shop.say({ text, language, customer: ASKERS[language] });
        return { answer: reply, trace, ms };
      },
    };
  },
  scorers: [
    { name: 'short enough', bar: 0.97, score: shortEnough },
    { name: 'polite', bar: 1, score: polite },
    { name: 'no promise', bar: 1, score: promisesNothing },
    { name: "in the customer's language", bar: 0.97, score: inTheirLanguage },
  ],
});
