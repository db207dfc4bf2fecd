import { expect, test } from 'vitest';
import type { ConversationView, MessageView } from '../api/types.ts';
import { reconcile } from './chat-state.ts';
import { newMessage } from './message.ts';

const stored = (id: string, author: MessageView['author'], text: string): MessageView => ({
  id,
  author,
  text,
  createdAt: '2026-11-22T10:00:00Z',
  language: 'en',
});
const view = (...messages: MessageView[]): ConversationView => ({
  conversationId: 'c',
  status: 'human',
  language: 'en',
  messages,
  pendingConfirmation: null,
  outcomes: {},
  now: '2026-11-01T10:00:00Z',
  handoff: null,
  lastEventId: 1,
});
const mine = (key: string, text: string, state: 'done' | 'sending' | 'queued' | 'failed') =>
  newMessage({ key, author: 'customer', text, state });

test('a message keeps its place on the screen when the server confirms it', () => {
  const [message] = reconcile([mine('local', 'hello', 'done')], view(stored('m1', 'customer', 'hello')));
  expect(message).toMatchObject({ key: 'local', id: 'm1' });
});

test('a message that is at the server while its answer is still awaited is shown once', () => {
  const messages = reconcile([mine('local', 'hello', 'sending')], view(stored('m1', 'customer', 'hello')));
  expect(messages.map(({ text }) => text)).toEqual(['hello']);
});

test('the same words twice stay two messages', () => {
  const local = [mine('a', 'ok', 'done'), mine('b', 'ok', 'sending')];
  const messages = reconcile(local, view(stored('m1', 'customer', 'ok')));
  expect(messages.map(({ key, state }) => [key, state])).toEqual([
    ['a', 'done'],
    ['b', 'sending'],
  ]);
});

test('what the server does not know yet stays below its history', () => {
  const reply = newMessage({ key: 'r', author: 'bot', state: 'writing', text: 'Let me' });
  const local = [mine('a', 'one', 'done'), reply, mine('b', 'two', 'queued'), mine('c', 'three', 'failed')];
  const messages = reconcile(local, view(stored('m1', 'customer', 'one'), stored('m2', 'agent', 'Hello, Li here')));
  expect(messages.map(({ text }) => text)).toEqual(['one', 'Hello, Li here', 'Let me', 'two', 'three']);
});

test('what was sent and answered while the history was on its way stays, though the history is older', () => {
  const asked = [mine('a', 'one', 'done'), mine('b', 'two', 'queued')];
  const reply = newMessage({ key: 'r', id: 'm3', author: 'bot', state: 'done', text: 'Two it is' });
  const [first] = asked;
  const local = [...(first ? [first] : []), mine('b', 'two', 'done'), reply];
  const messages = reconcile(local, view(stored('m1', 'customer', 'one')), asked);
  expect(messages.map(({ text }) => text)).toEqual(['one', 'two', 'Two it is']);
  expect(reconcile(local, view(stored('m1', 'customer', 'one'))).map(({ text }) => text)).toEqual(['one']);
});
