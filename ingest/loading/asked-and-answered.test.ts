import { expect, it } from 'vitest';
import { askedAndAnswered } from './asked-and-answered.ts';
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
  [
    'no labels, one block',
    [text('Can I return it?\nWithin 7 days.\nUnopened only.')],
    ['Can I return it?', 'Within 7 days.\nUnopened only.'],
  ],
  ['no labels, paragraphs', [text('2. 可以退货吗？'), text('七天内可以。')], ['可以退货吗？', '七天内可以。']],
  ['a numbered list', [{ kind: 'item', text: '3、问题：能退吗？' } as Block, text('回答：能。')], ['能退吗？', '能。']],
])('makes headings of questions that are answered: %s', (_, blocks, [asked, answered]) => {
  expect(askedAndAnswered(blocks)).toEqual([question(asked ?? ''), text(answered ?? '')]);
});

it('keeps what stands before and behind', () => {
  const made = askedAndAnswered([
    text('About returns\nQ: Who pays?\nA: You do.\nQ: How long?\nA: 7 days.'),
    text('Call us.'),
  ]);
  expect(made).toEqual([
    ...[text('About returns'), question('Who pays?'), text('You do.'), question('How long?'), text('7 days.')],
    text('Call us.'),
  ]);
});

it('takes labels and numbers off a question that is a heading already, and off its answer', () => {
  const heading = (content: string): Block => ({ kind: 'heading', level: 3, text: content });
  expect(askedAndAnswered([heading('2. Is it heavy?'), heading('2.5 kg too much?')])).toEqual([
    heading('Is it heavy?'),
    heading('2.5 kg too much?'),
  ]);
  expect(askedAndAnswered([heading('Q3: Can I return it?'), text('A: Within 7 days.')])).toEqual([
    heading('Can I return it?'),
    text('Within 7 days.'),
  ]);
});

it('leaves alone what only looks like it', () => {
  const blocks = [
    text('Q: a question nobody answered'),
    text('A. first choice\nB. second choice'),
    text('答：没有问题的回答'),
    { kind: 'table', rows: [['Q', 'A']] } as Block,
  ];
  expect(askedAndAnswered(blocks.slice(1))).toEqual(blocks.slice(1));
  const checks = [
    text('Is it plugged in?\nIs the lamp on?\nThen call us.'),
    text('Found it cheaper? We pay the difference.'),
  ];
  expect(askedAndAnswered(checks)).toEqual(checks);
  expect(askedAndAnswered([blocks[0] as Block, text('Wait.')])).toEqual([blocks[0], text('Wait.')]);
});
