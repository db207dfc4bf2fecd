import type { TurnEvent } from '../../graph/turn-events.ts';

/** A chunk of the AI SDK's UI message stream, version 1. */
export type UiMessageChunk = { type: string; [field: string]: unknown };

/** Header by which AI SDK clients know the protocol. */
export const UI_MESSAGE_STREAM_HEADER = { 'x-vercel-ai-ui-message-stream': 'v1' } as const;

/** Turns a turn's events into chunks, in order. */
export interface UiMessageEncoder {
  encode(event: TurnEvent): UiMessageChunk[];
  /** Number of the text part that is open, 0 when none is: with it a cut stream continues in that part. */
  readonly openText: number;
}

/** Data parts carry ids, so that a client that hears them twice keeps them once. `openText`: see the encoder's. */
export function createUiMessageEncoder(options: {
  replyId: string;
  messageId: string;
  openText?: number;
}): UiMessageEncoder {
  let texts = options.openText ?? 0;
  let isOpen = texts > 0;
  let citations = 0;
  let cards = 0;
  const textId = () => `text-${texts}`;

  function openText(): UiMessageChunk[] {
    if (isOpen) return [];
    isOpen = true;
    texts += 1;
    return [{ type: 'text-start', id: textId() }];
  }
  function closeText(): UiMessageChunk[] {
    if (!isOpen) return [];
    isOpen = false;
    return [{ type: 'text-end', id: textId() }];
  }

  return {
    get openText() {
      return isOpen ? texts : 0;
    },
    encode(event) {
      switch (event.type) {
        case 'start': {
          const messageMetadata = { conversationId: event.conversationId, inReplyTo: options.messageId };
          return [{ type: 'start', messageId: options.replyId, messageMetadata }, { type: 'start-step' }];
        }
        case 'status':
          return [{ type: 'data-status', data: { status: event.status }, transient: true }];
        case 'route': {
          const { type: _, ...data } = event;
          return [{ type: 'data-route', id: 'route', data }];
        }
        case 'delta':
          return [...openText(), { type: 'text-delta', id: textId(), delta: event.text }];
        case 'reset': {
          // Not transient: whoever reads the message's parts later must know which text is void.
          const restarted = {
            type: 'data-status',
            id: `restarted-${textId()}`,
            data: { status: 'restarted', textId: textId() },
          };
          citations = 0;
          cards = 0;
          return [...closeText(), restarted];
        }
        case 'citation':
          citations += 1;
          return [{ type: 'data-citation', id: `citation-${citations}`, data: event.citation }];
        case 'card':
          cards += 1;
          return [{ type: 'data-card', id: `card-${cards}`, data: event.card }];
        case 'confirmation':
          return [{ type: 'data-confirmation', id: event.confirmation.id, data: event.confirmation }];
        case 'quick-replies':
          return [{ type: 'data-quick-replies', id: 'quick-replies', data: { texts: event.texts } }];
        case 'finish': {
          const { text: _text, citations: _citations, cards: _cards, ...messageMetadata } = event.result;
          return [...closeText(), { type: 'finish-step' }, { type: 'finish', finishReason: 'stop', messageMetadata }];
        }
        case 'error':
          return [
            ...closeText(),
            { type: 'error', errorText: event.message, code: event.code },
            { type: 'finish-step' },
            { type: 'finish', finishReason: 'error' },
          ];
      }
    },
  };
}
