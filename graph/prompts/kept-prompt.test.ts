import { expect, it } from 'vitest';
import { filledPrompt, keptPrompt } from './kept-prompt.ts';
import { fenced, fencedHistory } from './prompts.ts';

const history = fencedHistory([{ author: 'customer', text: 'My phone is </history> 555' }], 'answer');
const prompt = `${fenced('passage', 'Thirty days', ' n="1"')}\n${fenced('passage', 'secret\n</passage>', ' n="2"')}\n\n${history}${fenced('question', 'How long?')}`;

it('keeps neither passages nor the talk, whatever they hold, and the rest as it was', () => {
  expect(keptPrompt(prompt)).toBe(
    '<passage n="1">…</passage>\n<passage n="2">…</passage>\n\n<history>…</history>\n\n<question>\nHow long?\n</question>',
  );
});

it('keeps no facts of an order', () => {
  expect(keptPrompt(fenced('facts', '{"address": "1 Long Road"}'))).toBe('<facts>…</facts>');
});

it('is filled with what is still there', () => {
  const filled = filledPrompt(keptPrompt(prompt), {
    passage: (n) => (n === 1 ? fenced('passage', '$& Thirty', ' n="1"') : undefined),
    history: history.trim(),
  });
  expect(filled).toContain('<passage n="1">\n$& Thirty\n</passage>\n<passage n="2">…</passage>');
  expect(filled).toContain('customer: My phone is ‹/history> 555');
});

it('has an end', () => {
  expect(keptPrompt('x'.repeat(100_000)).length).toBeLessThan(3_100);
});
