import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { notFound } from '../config/errors.ts';
import type { TurnService } from '../conversations/ports.ts';
import type { TurnResult } from '../graph/turn-result.ts';
import type { Channel, ChannelMessage, ChannelRequest, ChannelResponse, Received } from './channel.ts';
import { plainText } from './plain-text.ts';
import type { ChannelThreads } from './threads.ts';

/** Takes what channels send in. */
export interface ChannelService {
  /** Not found for a channel that is not set up. */
  receive(name: string, request: ChannelRequest): Promise<ChannelResponse>;
}

/** A hold outlasts the wait for a reply by so much. */
const HOLD_MARGIN_MS = 1_500;

export function createChannelService(deps: {
  channels: ReadonlyMap<string, Channel>;
  threads: ChannelThreads;
  turns: Pick<TurnService, 'submit'>;
  /** Something waits for this conversation's person. */
  wake(conversationId: string): void;
}): ChannelService {
  const { channels, threads, turns } = deps;

  const take = async (channel: Channel, received: Extract<Received, { kind: 'message' }>) => {
    const { message, reply, silence } = received;
    const conversationId = conversationOf(channel.name, message);
    const { personId, messageId, text, locale } = message;
    await threads.open(
      { conversationId, channel: channel.name, personId },
      reply ? reply.withinMs + HOLD_MARGIN_MS : 0,
    );
    const handle = await turns.submit({
      caller: { kind: 'visitor', id: `${channel.name}:${personId}` },
      conversationId,
      messageId,
      text,
      channel: channel.name,
      ...(locale ? { locale } : {}),
    });
    handle.result.catch(() => undefined);
    if (!reply) return silence;
    const waited = new AbortController();
    const result = await Promise.race([
      handle.result.catch(() => undefined),
      sleep(reply.withinMs, undefined, { signal: waited.signal }).catch(() => undefined),
    ]);
    waited.abort();
    const response = result?.messageId ? reply.response(spoken(result)) : undefined;
    // Sent again by the channel, it gets the same answer though it was delivered.
    if (response && result?.messageId && (await threads.carried(conversationId, result.messageId))) return response;
    await threads.letGo(conversationId);
    deps.wake(conversationId);
    return silence;
  };

  return {
    async receive(name, request) {
      const channel = channels.get(name);
      if (!channel) throw notFound('channel');
      const received = await channel.receive(request);
      return received.kind === 'answer' ? received.response : take(channel, received);
    },
  };
}

/** One conversation a person and channel; a person's id may hold anything. */
const conversationOf = (channel: string, { personId }: ChannelMessage): string =>
  `${channel}:${createHash('sha256').update(personId).digest('hex').slice(0, 40)}`;

const spoken = ({ text, citations, language }: TurnResult): string => plainText(text, citations, language);
