import { expect, it } from 'vitest';
import { createAnalyzer } from '../text/analyzer.ts';
import { createLexicon, loadTradeLexicon } from '../text/lexicon.ts';
import { matterOf } from '../text/likeness.ts';
import { gapView } from './gap-view.ts';
import { groupQuestions, type QuestionGroup } from './group-questions.ts';
import type { AskedQuestion } from './read-questions.ts';

const analyzer = createAnalyzer(createLexicon(loadTradeLexicon()));
const DAY = 86_400_000;
const MONDAY = Date.parse('2026-11-16T00:00:00Z');

const asked = (question: string, i: number, kind: AskedQuestion['kind'] = 'unanswered'): AskedQuestion => ({
  ...{ kind, question, conversationId: `c${i}`, messageId: `m${i}`, cited: [] },
  language: /\p{Script=Han}/u.test(question) ? 'zh' : 'en',
  askedAt: new Date(MONDAY + i * DAY),
});

function groupsOf(questions: AskedQuestion[]): QuestionGroup[] {
  const work = groupQuestions(questions, (text) => matterOf(text, analyzer));
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

it('puts one matter together across words and languages, and other matters apart', () => {
  const groups = groupsOf(
    [
      '可以货到付款吗',
      'Do you ship to Canada?',
      'Can I pay cash on delivery?',
      '货到付款支持吗？',
      'can you deliver to Canada',
      'Do you ship to Norway?',
      '怎么开发票',
    ].map((question, i) => asked(question, i)),
  );
  expect(groups.map(({ questions }) => questions.map(({ messageId }) => messageId))).toEqual([
    ['m0', 'm2', 'm3'],
    ['m1', 'm4'],
    ['m5'],
    ['m6'],
  ]);
});

it('keeps questions without an answer apart from answers that were disliked', () => {
  expect(groupsOf([asked('怎么开发票', 0), asked('怎么开发票', 1, 'disliked')])).toHaveLength(2);
});

it('shows a group by its most asked wording, with languages, weeks and the last conversations', () => {
  const texts = ['发票', '怎么开发票', '怎么开发票？', 'How do I get an invoice?'];
  const [group] = groupsOf(texts.map((text, i) => asked(text, i - 3)));
  const view = group && gapView(group, MONDAY + DAY);
  expect(view).toMatchObject({
    ...{ id: 'u-m-3', question: '怎么开发票', count: 4, language: 'zh', languages: { zh: 3, en: 1 } },
    examples: ['How do I get an invoice?', '怎么开发票？', '怎么开发票', '发票'],
  });
  expect(view?.weeks).toHaveLength(8);
  expect(view?.weeks.slice(-2)).toEqual([
    { start: '2026-11-09', count: 3 },
    { start: '2026-11-16', count: 1 },
  ]);
  expect(view?.questions[0]).toMatchObject({ conversationId: 'c0' });
});
