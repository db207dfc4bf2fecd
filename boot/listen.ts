import { once } from 'node:events';
import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Settings } from '../config/env.ts';
import { AppError } from '../config/errors.ts';

const PORTS_TRIED = 100;

type Address = Pick<Settings, 'host' | 'port' | 'portFixed'>;

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/** What the operator can do about an address that can't be listened on; any other error as it is. */
function refusal(cause: unknown, { host, port }: Pick<Settings, 'host' | 'port'>): unknown {
  const refused = (message: string) => new AppError({ code: 'cannot_listen', status: 503, message, cause });
  switch (codeOf(cause)) {
    case 'EADDRINUSE':
      return refused(`Port ${port} on ${host} is taken. Set PORT to a free one, or leave it out to have one chosen.`);
    case 'EACCES':
      return refused(`Port ${port} needs rights that this user has not. Set PORT to 1024 or above.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return refused(`HOST=${host} is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all addresses.`);
    default:
      return cause;
  }
}

/** Throws what {@link listen} would, for a start that has not begun with anything that takes long. */
export async function checkAddress({ host, port, portFixed }: Address): Promise<void> {
  const probe = createServer();
  try {
    probe.listen({ host, port: portFixed ? port : 0 });
    await once(probe, 'listening');
  } catch (error) {
    throw refusal(error, { host, port });
  } finally {
    probe.close();
  }
}

/** Listens on the port that was set, else on the first free one from the default upwards; returns the server's URL. */
export async function listen(app: FastifyInstance, settings: Address): Promise<string> {
  const { host, port: wanted, portFixed } = settings;
  for (let port = wanted; ; port += 1) {
    try {
      await app.listen({ host, port });
      const address = app.server.address();
      const bound = typeof address === 'object' && address ? address.port : port;
      return `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
    } catch (error) {
      if (codeOf(error) === 'EADDRINUSE' && !portFixed && port < wanted + PORTS_TRIED) continue;
      throw refusal(error, { host, port });
    }
  }
}
