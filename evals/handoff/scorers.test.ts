import { expect, it } from 'vitest';
import type { Reply } from '../harness/shop-target.ts';
import { leftAlone, personCalled, personOffered } from './scorers.ts';

const reply = (status: Reply['status'], quickReplies: string[] = []): Reply => ({
  conversationId: 'c',
  messageId: 'm',
  status,
  route: 'escalate',
  intent: 'x',
  confidence: 1,
  language: 'en',
  text: 'I see.',
  citations: [],
  cards: [],
  confirmation: null,
  quickReplies,
  engine: 'local',
  degraded: false,
});
const wants = (expected: 'called' | 'offered' | 'left alone') => ({ language: 'en', text: '', expected }) as const;

it('tells a person called from one offered and from none', () => {
  expect(personCalled(reply('waiting'), wants('called'))?.passed).toBe(true);
  expect(personCalled(reply('bot', ['Talk to a person']), wants('called'))?.passed).toBe(false);
  expect(personOffered(reply('bot', ['Talk to a person']), wants('offered'))?.passed).toBe(true);
  expect(personOffered(reply('bot'), wants('offered'))?.passed).toBe(false);
  expect(leftAlone(reply('bot'), wants('left alone'))?.passed).toBe(true);
  expect(leftAlone(reply('waiting'), wants('left alone'))?.passed).toBe(false);
  expect(leftAlone(reply('waiting'), wants('called'))).toBeUndefined();
});
