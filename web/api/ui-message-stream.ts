import type { ServerSentEvent } from './sse-parser.ts';
import type { Card, Citation, ConfirmationView, TurnResult } from './types.ts';

/** The parts of the AI SDK's UI message stream v1 that Kefu sends; others are passed over. */
export type UiPart =
  | { type: 'start'; messageId?: string }
  | { type: 'text-start'; id: string }
  | { type: 'text-delta'; id: string; delta: string }
  | { type: 'text-end'; id: string }
  | { type: 'data-route'; data: Pick<TurnResult, 'route' | 'language'> }
  | { type: 'data-citation'; data: Citation }
  | { type: 'data-card'; data: Card }
  | { type: 'data-confirmation'; data: ConfirmationView }
  | { type: 'data-quick-replies'; data: { texts: string[] } }
  | { type: 'data-status'; data: { status: string } }
  | { type: 'error'; errorText: string }
  | { type: 'abort' }
  | { type: 'finish'; messageMetadata?: Partial<TurnResult> };

/** What an event of the stream says: a part, the end mark, or nothing that is known here. */
export function readPart(event: ServerSentEvent): UiPart | 'done' | null {
  if (event.data === '[DONE]') return 'done';
  try {
    const part: unknown = JSON.parse(event.data);
    const known = typeof part === 'object' && part !== null && 'type' in part && typeof part.type === 'string';
    return known ? (part as UiPart) : null;
  } catch {
    return null;
  }
}
