import type { UiPart } from '../api/ui-message-stream.ts';
import type { Activity, ChatMessage } from './message.ts';

const ACTIVITIES: readonly string[] = [
  'queued',
  'understanding',
  'searching',
  'looking_up',
  'writing',
] satisfies Activity[];
const isActivity = (status: string): status is Activity => ACTIVITIES.includes(status);

const EMPTY = { text: '', citations: [], cards: [], confirmation: null, quickReplies: [] };

/** The reply after one more part of its stream. Pure: the same parts give the same reply, however they arrive. */
export function applyPart(reply: ChatMessage, part: UiPart): ChatMessage {
  switch (part.type) {
    case 'start':
      return { ...reply, ...EMPTY, id: part.messageId ?? reply.id };
    case 'text-start':
      return reply.text === '' ? reply : { ...reply, text: `${reply.text}\n\n` };
    case 'text-delta':
      return { ...reply, text: reply.text + part.delta, state: 'writing' };
    case 'data-citation':
      return { ...reply, citations: [...reply.citations, part.data] };
    case 'data-card':
      return { ...reply, cards: [...reply.cards, part.data] };
    case 'data-confirmation':
      return { ...reply, confirmation: part.data };
    case 'data-quick-replies':
      return { ...reply, quickReplies: part.data.texts };
    case 'data-status':
      if (part.data.status === 'restarted') {
        return { ...reply, ...EMPTY, state: 'thinking' };
      }
      if (part.data.status === 'degraded') return { ...reply, degraded: true };
      return isActivity(part.data.status) ? { ...reply, activity: part.data.status } : reply;
    case 'finish':
      return { ...reply, degraded: part.messageMetadata?.degraded ?? reply.degraded, state: 'done', activity: null };
    default:
      return reply;
  }
}
