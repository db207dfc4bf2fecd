import { expect, it } from 'vitest';
import { readDialogue } from '../dialogue.ts';
import { voiceOf } from './voice-of.ts';

it('keeps the language of the talk for a name that was asked for, and for nothing else', () => {
  const asked = { ...readDialogue({}), language: 'zh' as const, askedSlot: 'recipient' };
  expect(voiceOf('Marta Lind', asked, 'zh').language).toBe('zh');
  expect(voiceOf('thank you', asked, 'zh').language).toBe('en');
  expect(voiceOf('where is my parcel now', asked, 'zh').language).toBe('en');
});
