import type { Http } from '../api/http.ts';
import { backoff, pause } from '../api/pause.ts';
import { asProblem, Problem } from '../api/problem.ts';
import { parseEvents } from '../api/sse-parser.ts';
import { readPart, type UiPart } from '../api/ui-message-stream.ts';
import type { PageContext } from './session.ts';

export interface TurnToRead {
  http: Http;
  conversationId: string;
  messageId: string;
  text: string;
  locale: string;
  context: PageContext | null;
  /** The message is at the server already (a page was reloaded): only listen to its reply. */
  resume?: boolean;
  /** Aborting ends the reading; the turn itself runs on at the server. */
  signal: AbortSignal;
}

const ACCEPT = { accept: 'text/event-stream' };
/** Over 20 s at least: as long as a phone may need from one network to the next. */
const MAX_TRIES = 8;

/** Sends a message and yields its reply's parts up to and with `finish`, over as many connections as it takes:
 * the message goes out again under the same id until the server answers, a cut stream is taken up where it broke.
 * Throws a Problem when the server refuses or stays away; code `turn_gone` when the stream can't be taken up. */
export async function* readTurn(turn: TurnToRead): AsyncGenerator<UiPart> {
  const { http, conversationId, signal } = turn;
  const { messageId, text, locale, context } = turn;
  let lastEventId = '';
  let accepted = turn.resume ?? false;
  for (let attempt = 1; !signal.aborted; attempt += 1) {
    try {
      const response = accepted
        ? await http.fetch(`/api/chat/${encodeURIComponent(conversationId)}/stream`, {
            headers: lastEventId ? { ...ACCEPT, 'last-event-id': lastEventId } : ACCEPT,
            signal,
          })
        : await http.fetch('/api/chat', {
            method: 'POST',
            body: { conversationId, messageId, text, locale, ...(context ? { context } : {}) },
            headers: ACCEPT,
            signal,
          });
      if (response.status === 204 || !response.body) throw gone();
      accepted = true;
      for await (const event of parseEvents(response.body)) {
        if (event.id) lastEventId = event.id;
        const part = readPart(event);
        if (part === 'done') return;
        if (part === null) continue;
        attempt = 1;
        yield part;
        if (part.type === 'error') throw new Problem({ code: 'turn_failed', status: 0, detail: part.errorText });
        if (part.type === 'finish') return;
      }
    } catch (error) {
      if (signal.aborted) return;
      const problem = asProblem(error);
      if (accepted && problem.status === 404) throw gone();
      const passing = problem.code === 'network' || problem.status >= 502;
      if (!passing || attempt >= MAX_TRIES) throw problem;
    }
    await pause(backoff(attempt), signal);
  }
}

const gone = () => new Problem({ code: 'turn_gone', status: 0, detail: '' });
