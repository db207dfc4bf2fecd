import { expect, it } from 'vitest';
import { slotsSchema, type UnderstoodRequest } from '../../../understanding/types.ts';
import { readDialogue } from '../../dialogue.ts';
import { standaloneQuestion } from './standalone-question.ts';

const asked = (text: string, intent: string, confidence = 0.9): UnderstoodRequest => ({
  text,
  intent,
  route: 'knowledge',
  confidence,
  slots: slotsSchema.parse({}),
  isQuestion: true,
  alternatives: [],
});
const after = readDialogue({ lastRoute: 'knowledge', lastIntent: 'warranty_question', lastQuestion: '冰箱保修多久？' });

it('joins a follow-up with the question that it leans on', () => {
  expect(standaloneQuestion(asked('那压缩机呢', 'warranty_question'), after)).toBe('冰箱保修多久？ 那压缩机呢');
});

it('joins a longer question that begins with what it leans on', () => {
  const test = readDialogue({ lastRoute: 'knowledge', lastIntent: 'unclear', lastQuestion: 'how much is an eye test' });
  expect(standaloneQuestion(asked('is it free for my 12 year old', 'product_question', 0.5), test)).toBe(
    'how much is an eye test is it free for my 12 year old',
  );
});

it('takes a topic of its own within the same intent where the words are sure', () => {
  const delivery = readDialogue({
    lastRoute: 'knowledge',
    lastIntent: 'delivery_policy',
    lastQuestion: '几天能发货',
  });
  expect(standaloneQuestion(asked('那运费呢', 'delivery_policy', 0.98), delivery)).toBe('那运费呢');
  expect(standaloneQuestion(asked('那周末呢', 'delivery_policy', 0.8), delivery)).toBe('几天能发货 那周末呢');
});

it('leaves alone what has a topic of its own, is long, or follows nothing', () => {
  expect(standaloneQuestion(asked('那运费呢', 'delivery_policy'), after)).toBe('那运费呢');
  expect(standaloneQuestion(asked('那如果我在外地买的冰箱坏了要去哪里修呢', 'warranty_question'), after)).toContain(
    '那如果',
  );
  expect(standaloneQuestion(asked('那压缩机呢', 'warranty_question'), readDialogue({}))).toBe('那压缩机呢');
});

it('leaves what found no answer behind, but for a question word alone', () => {
  const declined = readDialogue({
    lastRoute: 'decline',
    lastIntent: 'delivery_policy',
    lastQuestion: '送货上门吗',
  });
  expect(standaloneQuestion(asked('那楼上呢', 'delivery_policy', 0.8), declined)).toBe('那楼上呢');
  expect(standaloneQuestion(asked('几天', 'delivery_policy', 0.8), declined)).toBe('送货上门吗 几天');
});

it('joins a question word alone with what it is asked of', () => {
  const delivery = readDialogue({
    lastRoute: 'knowledge',
    lastIntent: 'delivery_policy',
    lastQuestion: 'do you deliver',
  });
  expect(standaloneQuestion(asked('how long', 'delivery_policy'), delivery)).toBe('do you deliver how long');
});

it('asks whether the rule just told holds for something that is named', () => {
  const rules = readDialogue({ lastRoute: 'knowledge', lastIntent: 'return_policy', lastQuestion: 'Can I return it?' });
  const named = { ...asked('does that apply to gift cards too?', 'payment_question', 0.9) };
  named.slots.products.push({ productId: 'card', score: 1 });
  expect(standaloneQuestion(named, rules)).toBe('Can I return it? does that apply to gift cards too?');
  expect(standaloneQuestion(asked('电子书也适用吗', 'product_question'), rules)).toBe(
    'Can I return it? 电子书也适用吗',
  );
});

it('of what is done next to a thing only the thing is asked, not what was done to it before', () => {
  const after = (lastQuestion: string) =>
    readDialogue({ lastRoute: 'knowledge', lastIntent: 'product_question', lastQuestion });
  const next = (text: string, last: string) =>
    standaloneQuestion(asked(text, 'product_question', 0.7), after(last)).replace(/\s+/g, ' ');
  expect(next('and how do i store it', 'how do i clean the kettle?')).toBe('the kettle and how do i store it');
  expect(next('那怎么存放呢', '水壶怎么清洗')).toBe('水壶 那怎么存放呢');
});
