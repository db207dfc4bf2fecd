import { expect, test } from 'vitest';
import type { UiPart } from '../api/ui-message-stream.ts';
import { applyPart } from './apply-part.ts';
import { newMessage } from './message.ts';

const read = (parts: UiPart[]) =>
  parts.reduce(applyPart, newMessage({ key: 'k', author: 'bot', state: 'thinking', createdAt: '' }));
const delta = (text: string): UiPart => ({ type: 'text-delta', id: 't', delta: text });
const citation = {
  type: 'data-citation',
  data: { marker: 1, documentId: 'd', title: 'Returns', page: 2, quote: 'q' },
} as const;

test('a reply grows with its parts and is done with the last', () => {
  const reply = read([
    { type: 'start', messageId: 'm1' },
    { type: 'data-status', data: { status: 'searching' } },
    { type: 'text-start', id: 't' },
    delta('Within **7'),
    delta(' days** [1].'),
    citation,
    { type: 'text-end', id: 't' },
    { type: 'data-quick-replies', data: { texts: ['Start a return'] } },
    { type: 'finish' },
  ]);
  expect(reply).toMatchObject({
    id: 'm1',
    text: 'Within **7 days** [1].',
    state: 'done',
    quickReplies: ['Start a return'],
  });
  expect(reply.citations).toHaveLength(1);
});

test('what was said before a restart is void', () => {
  const reply = read([
    { type: 'start' },
    delta('Half an ans'),
    citation,
    { type: 'data-status', data: { status: 'restarted' } },
    delta('Whole.'),
  ]);
  expect(reply).toMatchObject({ text: 'Whole.', citations: [], state: 'writing' });
});

test('a stream that is heard again from its start says nothing twice', () => {
  const parts: UiPart[] = [{ type: 'start', messageId: 'm1' }, delta('Hello'), citation];
  expect(read([...parts, ...parts])).toMatchObject({ text: 'Hello', citations: [citation.data] });
});
