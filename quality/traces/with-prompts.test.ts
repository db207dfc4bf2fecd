import { expect, it } from 'vitest';
import { withPrompts } from './with-prompts.ts';

const call = {
  step: 'model',
  atMs: 40,
  data: {
    purpose: 'answer',
    model: 'some-model',
    passages: ['a', 'gone'],
    messages: [
      { role: 'system', text: 'Answer.' },
      { role: 'user', text: '<passage n="1">…</passage>\n<passage n="2">…</passage>\n\n<history>…</history>' },
    ],
  },
};

it('makes prompts whole of what is still there', () => {
  const search = { step: 'search', atMs: 4, data: {} };
  const shown = withPrompts([search, call], {
    passage: (id) => (id === 'a' ? 'Thirty days' : undefined),
    history: [{ author: 'customer', text: 'hello' }],
    asked: 'and how long?',
  });
  expect(shown[0]).toBe(search);
  expect(shown[1]).toMatchObject({
    data: {
      model: 'some-model',
      messages: [
        { text: 'Answer.' },
        {
          text: '<passage n="1">\nThirty days\n</passage>\n<passage n="2">…</passage>\n\n<history>\ncustomer: hello\n</history>',
        },
      ],
    },
  });
});
