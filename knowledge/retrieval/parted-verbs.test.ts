import { expect, it } from 'vitest';
import { joinPartedVerbs } from './parted-verbs.ts';

it('puts the parts of a verb together that stand around a thing, and leaves others as they are', () => {
  expect(joinPartedVerbs('Can I send the blue desk lamp back after a week?')).toBe(
    'Can I send back the blue desk lamp after a week?',
  );
  for (const text of ['Take the lid off the back', 'send it to my back door', 'When do I get my money back?'])
    expect(joinPartedVerbs(text)).toBe(text);
});
