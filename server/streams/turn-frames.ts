import type { TurnHandle } from '../../conversations/ports.ts';
import { sseFrame } from './sse-frame.ts';
import type { StreamPosition } from './stream-position.ts';
import { writePosition } from './stream-position.ts';
import { createUiMessageEncoder } from './ui-message-stream.ts';

/**
 * A turn as frames of the AI SDK's UI message stream, from the beginning or from where a client was cut off. The id
 * stands on the last chunk of an event: a client that lost the connection between two hears the event again.
 */
export async function* turnFrames(
  handle: TurnHandle,
  signal: AbortSignal,
  from?: Pick<StreamPosition, 'index' | 'openText'>,
): AsyncGenerator<string> {
  const { replyId, messageId } = handle;
  const encoder = createUiMessageEncoder({ replyId, messageId, openText: from?.openText ?? 0 });
  for await (const { index, event } of handle.events({ after: from?.index ?? 0, signal })) {
    const chunks = encoder.encode(event);
    const id = writePosition({ replyId, index, openText: encoder.openText });
    yield chunks.map((data, place) => sseFrame(place === chunks.length - 1 ? { id, data } : { data })).join('');
  }
  if (!signal.aborted) yield sseFrame({ data: '[DONE]' });
}
