import type { FastifyInstance } from 'fastify';
import type { Settings } from '../config/env.ts';
import { AppError } from '../config/errors.ts';

const PORTS_TRIED = 100;

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

const refused = (message: string, cause: unknown) =>
  new AppError({ code: 'cannot_listen', status: 503, message, cause });

/** Listens on the port that was set, else on the first free one from the default upwards; returns the server's URL. */
export async function listen(
  app: FastifyInstance,
  settings: Pick<Settings, 'host' | 'port' | 'portFixed'>,
): Promise<string> {
  const { host, port: wanted, portFixed } = settings;
  for (let port = wanted; ; port += 1) {
    try {
      await app.listen({ host, port });
      const address = app.server.address();
      const bound = typeof address === 'object' && address ? address.port : port;
      return `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EADDRINUSE' && !portFixed && port < wanted + PORTS_TRIED) continue;
      if (code === 'EADDRINUSE')
        throw refused(
          `Port ${port} on ${host} is taken. Set PORT to a free one, or leave it out to have one chosen.`,
          error,
        );
      if (code === 'EACCES')
        throw refused(`Port ${port} needs rights that this user has not. Set PORT to 1024 or above.`, error);
      if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
        throw refused(
          `HOST=${host} is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all addresses.`,
          error,
        );
      throw error;
    }
  }
}
