import type { IncomingHttpHeaders } from 'node:http';
import type { Language } from '../stores/schema.ts';

/** A request from the channel's server, as it came. */
export interface ChannelRequest {
  method: 'GET' | 'POST';
  query: Record<string, string>;
  headers: IncomingHttpHeaders;
  body: string;
}

/** What goes back to the channel's server. */
export interface ChannelResponse {
  status: number;
  type: string;
  body: string;
}

/** A message from a person. */
export interface ChannelMessage {
  /** As the channel names the person; one conversation each. */
  personId: string;
  /** The channel's own id of the message: sent again, it is answered once. */
  messageId: string;
  text: string;
  locale?: Language;
}

/** What a request turned out to be. */
export type Received =
  /** To be answered at once, for instance a handshake. */
  | { kind: 'answer'; response: ChannelResponse }
  /** A message; `reply` puts the bot's text into the answer, `silence` answers without one. */
  | {
      kind: 'message';
      message: ChannelMessage;
      /** Absent: the channel takes no text in its answer. Milliseconds it waits for one; undefined: the text does not fit. */
      reply?: { withinMs: number; response(text: string): ChannelResponse | undefined };
      silence: ChannelResponse;
    };

/** A place that people write from: one file each. */
export interface Channel {
  /** In the route: /channels/<name>. */
  name: string;
  /** AppError 401 when the signature is wrong, 400 when it can't be read. */
  receive(request: ChannelRequest): Promise<Received>;
  /** Rejects when it could not be handed over; then it is tried again later. */
  send(message: OutgoingMessage, signal: AbortSignal): Promise<void>;
}

/** A text for a person. `id` is the stored message's: a channel that gets it twice can tell. */
export interface OutgoingMessage {
  id: string;
  conversationId: string;
  personId: string;
  author: 'bot' | 'agent' | 'system';
  agentName: string | null;
  text: string;
  createdAt: string;
}
