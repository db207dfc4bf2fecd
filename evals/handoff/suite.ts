import { defineSuite } from '../harness/define-suite.ts';
import type { Reply } from '../harness/shop-target.ts';
import type { Suite } from '../harness/suite.ts';
import { HANDOFF_CASES, type HandoffCase } from './cases.ts';
import { leftAlone, personCalled, personOffered, reactionOf } from './scorers.ts';

/** When a person is called or offered, and when not. */
export const handoffSuite: Suite = defineSuite<HandoffCase, Reply>({
  name: 'handoff',
  description: 'Messages that want a person, that should be offered one, and that want an answer',
  cases: HANDOFF_CASES,
  idOf: ({ language, text }) => `${language} ${text}`,
  async open(context) {
    const shop = await context.shop();
    return {
      async ask({ text, language }) {
        const { reply, trace, ms } = await shop.say({ text, language, customer: language === 'zh' ? 'C001' : 'C002' });
        return { answer: reply, trace, ms };
      },
    };
  },
  scorers: [
    { name: 'called when asked for', bar: 1, score: personCalled },
    { name: 'offered after a complaint', bar: 0.75, score: personOffered },
    { name: 'not called when an answer is wanted', bar: 1, score: leftAlone },
  ],
  confusion: { name: 'reaction', of: (reply, { expected }) => [expected, reactionOf(reply)] },
});
