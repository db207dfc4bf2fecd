import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import fp from 'fastify-plugin';
import { AppError } from '../../config/errors.ts';
import type { ServerLimits } from '../dependencies.ts';
import type { Metrics } from '../metrics.ts';
import { RETRY_HINT } from '../streams/sse-frame.ts';
import { writeSse } from '../streams/sse-writer.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Answers with a stream of server-sent events; resolves when it is over. `frames` ends when its signal aborts. */
    stream(reply: FastifyReply, frames: (signal: AbortSignal) => AsyncIterable<string>): Promise<void>;
    /** Ends every open stream with a retry hint and refuses new ones; part of close(). */
    endStreams(): Promise<void>;
  }
}

interface OpenStream {
  end(): void;
  over: Promise<void>;
}

const CONTENT_TYPE = 'text/event-stream; charset=utf-8';
/** How long the last bytes of ended streams may take before their connections are cut. */
const FLUSH_MS = 2_000;

export interface OpenStreamsOptions {
  limits: Pick<ServerLimits, 'heartbeatMs' | 'stallMs'>;
  metrics: Pick<Metrics, 'openStreams'>;
}

export const openStreams = fp<OpenStreamsOptions>(
  async (app, { limits, metrics }) => {
    const open = new Set<OpenStream>();
    let closing = false;

    app.decorate('stream', async (reply: FastifyReply, frames: (signal: AbortSignal) => AsyncIterable<string>) => {
      if (closing) throw shuttingDown();
      if (reply.request.method === 'HEAD') return void reply.type(CONTENT_TYPE).send();
      const response = begin(reply);
      const gone = new AbortController();
      const over = new Promise<void>((resolve) => {
        response.once('close', () => {
          gone.abort();
          resolve();
        });
      });
      const stream: OpenStream = {
        over,
        end() {
          if (!response.writableEnded) response.end(RETRY_HINT);
          gone.abort();
        },
      };
      open.add(stream);
      metrics.openStreams.inc();
      try {
        await writeSse(response, frames(gone.signal), { signal: gone.signal, ...limits });
      } catch (error) {
        if (!gone.signal.aborted) reply.log.error({ err: error }, 'stream broke off');
      } finally {
        if (!response.writableEnded) response.end();
        open.delete(stream);
        metrics.openStreams.dec();
      }
    });

    app.decorate('endStreams', async () => {
      closing = true;
      const ending = [...open];
      for (const stream of ending) stream.end();
      const late = setTimeout(() => app.server.closeAllConnections(), FLUSH_MS);
      await Promise.all(ending.map((stream) => stream.over));
      clearTimeout(late);
    });
  },
  { name: 'open-streams' },
);

/** Takes the response over from Fastify, with the headers that plugins have set so far. */
function begin(reply: FastifyReply): ServerResponse {
  reply.hijack();
  const headers = Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined);
  reply.raw.writeHead(200, {
    ...(Object.fromEntries(headers) as Record<string, string | number | string[]>),
    'content-type': CONTENT_TYPE,
    'cache-control': 'no-cache, no-transform',
    // nginx would else hold events back.
    'x-accel-buffering': 'no',
  });
  reply.raw.flushHeaders();
  return reply.raw;
}

const shuttingDown = (): AppError =>
  new AppError({
    code: 'shutting_down',
    status: 503,
    message: 'This process is ending; try again.',
    retryable: true,
    retryAfter: 1,
  });
