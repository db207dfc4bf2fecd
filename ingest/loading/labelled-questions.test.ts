import { expect, it } from 'vitest';
import { labelledQuestions } from './labelled-questions.ts';
import type { Block } from './loaded-document.ts';

const text = (content: string): Block => ({ kind: 'text', text: content });
const question = (content: string): Block => ({ kind: 'heading', level: 6, text: content });

it.each([
  [
    'lines of one block',
    [text('问：可以退货吗？\n答：七天内可以。\n已拆封的除外。')],
    ['可以退货吗？', '七天内可以。\n已拆封的除外。'],
  ],
  ['paragraphs', [text('Q1. Can I return it?'), text('A: Within 7 days.')], ['Can I return it?', 'Within 7 days.']],
  ['one line', [text('Q: Can I return it? A: Within 7 days.')], ['Can I return it?', 'Within 7 days.']],
  ['a numbered list', [{ kind: 'item', text: '3、问题：能退吗？' } as Block, text('回答：能。')], ['能退吗？', '能。']],
])('makes headings of questions that are labelled: %s', (_, blocks, [asked, answered]) => {
  expect(labelledQuestions(blocks)).toEqual([question(asked ?? ''), text(answered ?? '')]);
});

it('keeps what stands before and behind', () => {
  const made = labelledQuestions([
    text('About returns\nQ: Who pays?\nA: You do.\nQ: How long?\nA: 7 days.'),
    text('Call us.'),
  ]);
  expect(made).toEqual([
    ...[text('About returns'), question('Who pays?'), text('You do.'), question('How long?'), text('7 days.')],
    text('Call us.'),
  ]);
});

it('leaves alone what only looks like it', () => {
  const blocks = [
    text('Q: a question nobody answered'),
    text('A. first choice\nB. second choice'),
    text('答：没有问题的回答'),
    { kind: 'table', rows: [['Q', 'A']] } as Block,
  ];
  expect(labelledQuestions(blocks.slice(1))).toEqual(blocks.slice(1));
  expect(labelledQuestions([blocks[0] as Block, text('Wait.')])).toEqual([blocks[0], text('Wait.')]);
});
