import { describe, expect, test } from 'vitest';
import { parseEvents, type ServerSentEvent } from './sse-parser.ts';

/** The text as a stream that arrives in pieces of `size` bytes. */
function stream(text: string, size: number, onCancel: () => void = () => undefined): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
    cancel: onCancel,
  });
}

async function all(text: string, size = 4096): Promise<ServerSentEvent[]> {
  const events: ServerSentEvent[] = [];
  for await (const event of parseEvents(stream(text, size))) events.push(event);
  return events;
}

const SAMPLE =
  ': alive\n\nid: r1:1\ndata: {"delta":"退货 7 天"}\n\nevent: status\ndata: a\ndata: b\n\nretry: 1000\n\ndata: [DONE]\n\n';
const PARSED = [
  { id: 'r1:1', event: 'message', data: '{"delta":"退货 7 天"}' },
  { id: 'r1:1', event: 'status', data: 'a\nb' },
  { id: 'r1:1', event: 'message', data: '[DONE]' },
];

describe('the same events, however the bytes arrive', () => {
  test.each([1, 2, 3, 7, 4096])('in pieces of %i bytes', async (size) => {
    expect(await all(SAMPLE, size)).toEqual(PARSED);
  });
  test.each([
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('with %s line ends, byte by byte', async (_name, end) => {
    // A lone CR at the very end waits for its LF, so one more line closes the last event.
    expect(await all(`${SAMPLE.replaceAll('\n', end)}:${end}`, 1)).toEqual(PARSED);
  });
});

test('an event that the cut left unfinished is not told', async () => {
  expect(await all('data: whole\n\ndata: half')).toEqual([{ id: '', event: 'message', data: 'whole' }]);
});

test('leaving the loop closes the connection', async () => {
  let cancelled = false;
  for await (const _event of parseEvents(stream(SAMPLE, 8, () => (cancelled = true)))) break;
  expect(cancelled).toBe(true);
});
