import pg from 'pg';
import type { Logger } from '../config/logger.ts';

/** Hears a channel's payloads; null: some may have been missed, read the tables again. */
export type Listener = (payload: string | null) => void;

/** PostgreSQL's NOTIFY, heard on one connection of its own; notify() itself is done in SQL, inside transactions. */
export interface Notifications {
  /** Hears null as soon as the channel is listened to, and after each reconnect. Returns the unsubscribe. */
  subscribe(channel: string, listener: Listener): () => void;
  close(): Promise<void>;
}

const FIRST_WAIT = 100;
const LONGEST_WAIT = 5_000;
const HEALTH_CHECK = 15_000;

/** Connects at once, and again with growing pauses whenever the connection is lost; resolves when first connected. */
export async function createNotifications(options: { url: string; logger: Logger }): Promise<Notifications> {
  const channels = new Map<string, Set<Listener>>();
  let client: pg.Client | undefined;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  let wait = FIRST_WAIT;

  const tell = (channel: string, payload: string | null) => {
    for (const listener of [...(channels.get(channel) ?? [])]) {
      try {
        listener(payload);
      } catch (error) {
        options.logger.error({ err: error, channel }, 'a notification listener failed');
      }
    }
  };

  let before: Promise<unknown> = Promise.resolve();
  /** One statement after the other: pg no longer queues them itself. */
  const ask = (connection: pg.Client, statement: string) => {
    const asked = before.then(() => connection.query(statement));
    before = asked.catch(() => undefined);
    return asked;
  };

  const listen = async (connection: pg.Client, channel: string) => {
    await ask(connection, `listen ${connection.escapeIdentifier(channel)}`);
    tell(channel, null);
  };

  /** Only the connection in use may start another one, and once. */
  const lost = (connection: pg.Client, error: unknown) => {
    if (client !== connection) return;
    client = undefined;
    connection.end().catch(() => undefined);
    if (closed) return;
    options.logger.warn({ err: error }, 'notifications lost; connecting again');
    reconnect();
  };

  const reconnect = () => {
    retry = setTimeout(() => {
      connect().catch(() => {
        if (!closed) reconnect();
      });
    }, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  };

  const connect = async () => {
    const connection = new pg.Client({
      connectionString: options.url,
      application_name: 'kefu notifications',
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      keepAlive: true,
    });
    connection.on('error', (error) => lost(connection, error));
    connection.on('end', () => lost(connection, new Error('The connection ended.')));
    connection.on('notification', (message) => tell(message.channel, message.payload ?? ''));
    try {
      await connection.connect();
      if (closed) throw new Error('Closed while connecting.');
      client = connection;
      for (const channel of channels.keys()) await listen(connection, channel);
      wait = FIRST_WAIT;
    } catch (error) {
      if (client === connection) client = undefined;
      await connection.end().catch(() => undefined);
      throw error;
    }
  };

  await connect();
  // A connection that died without a word (a firewall, a machine that vanished) is only noticed by asking.
  const health = setInterval(() => {
    const connection = client;
    if (connection) ask(connection, 'select 1').catch((error: unknown) => lost(connection, error));
  }, HEALTH_CHECK);
  health.unref();

  return {
    subscribe(channel, listener) {
      const listeners = channels.get(channel);
      if (listeners) listeners.add(listener);
      else {
        channels.set(channel, new Set([listener]));
        const connection = client;
        if (connection) listen(connection, channel).catch((error: unknown) => lost(connection, error));
      }
      return () => channels.get(channel)?.delete(listener);
    },
    async close() {
      closed = true;
      clearInterval(health);
      clearTimeout(retry);
      const connection = client;
      client = undefined;
      await connection?.end();
    },
  };
}
