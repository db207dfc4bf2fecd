import { lookup } from 'node:dns/promises';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { AppError } from '../../config/errors.ts';
import { isPublicAddress } from '../../ingest/public-address.ts';
import { isShopUnavailable, shopRefused, shopUnavailable, shopUnreached } from '../../tools/shop-unavailable.ts';
import { createBreaker } from '../http/breaker.ts';
import { createSlots } from '../http/slots.ts';
import type { ShopMcpConfig } from './config.ts';

/** The tools of one MCP server. */
export interface McpTools {
  /** The data of a tool's answer. Throws shop_unavailable, or shop_refused where the tool says that it failed. */
  call(tool: string, args: Record<string, unknown>): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * Calls tools over one connection, which is made when it is needed and anew after a failure. What they answer is data
 * that is checked by whoever asked; texts, notices and other tools of the server reach nobody.
 */
export function createMcpTools(config: ShopMcpConfig): McpTools {
  const breaker = createBreaker(isShopUnavailable);
  const inSlot = createSlots(config.concurrency);
  let connection: Promise<Client> | undefined;

  const drop = async () => {
    const old = connection;
    connection = undefined;
    await old?.then((client) => client.close()).catch(() => undefined);
  };
  const connected = (): Promise<Client> => {
    connection ??= connect(config);
    return connection;
  };

  async function once(tool: string, args: Record<string, unknown>, signal: AbortSignal): Promise<unknown> {
    try {
      const client = await within(connected(), signal);
      client.onclose = () => {
        connection = undefined;
      };
      const answer = await client.callTool(
        { name: tool, arguments: args },
        { signal, timeout: config.timeoutMs, maxTotalTimeout: config.timeoutMs },
      );
      if (answer.isError) throw shopRefused(`its tool ${tool} reports a failure`);
      return dataOf(answer, config.maxBytes);
    } catch (error) {
      if (error instanceof AppError) throw error;
      await drop();
      throw shopUnavailable(signal.aborted ? 'it did not answer in time' : 'the MCP server failed', error);
    }
  }

  return {
    call(tool, args) {
      const signal = AbortSignal.timeout(config.timeoutMs);
      return inSlot(signal, () => breaker.run(() => once(tool, args, signal)));
    },
    close: drop,
  };
}

async function connect(config: ShopMcpConfig): Promise<Client> {
  const client = new Client({ name: 'kefu', version: '1' });
  await client.connect(transportOf(config), { timeout: config.timeoutMs });
  return client;
}

function transportOf({ server, environment, maxBytes }: ShopMcpConfig) {
  if ('command' in server)
    return new StdioClientTransport({
      command: server.command,
      args: server.args,
      env: { PATH: '/usr/local/bin:/usr/bin:/bin', ...Object.fromEntries(environment) },
      stderr: 'ignore',
      maxBufferSize: maxBytes * 2,
    });
  const { auth } = server;
  const secret = auth && environment.get(auth.env);
  return new StreamableHTTPClientTransport(new URL(server.url), {
    requestInit: { ...(auth && secret ? { headers: { [auth.header]: `${auth.prefix}${secret}` } } : {}) },
    fetch: async (url, init) => {
      if (!server.allowPrivateNetwork) await refusePrivate(new URL(url).hostname);
      return fetch(url, { ...init, redirect: 'error' });
    },
  });
}

async function refusePrivate(host: string): Promise<void> {
  const found = await lookup(host.replace(/^\[|\]$/g, ''), { all: true });
  if (found.some(({ address }) => !isPublicAddress(address))) throw shopUnreached('its address is not public');
}

const within = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });

/** Structured content where there is some, else the first text as JSON. */
function dataOf(answer: { structuredContent?: unknown; content?: unknown }, maxBytes: number): unknown {
  const { structuredContent, content } = answer;
  const text = structuredContent === undefined ? firstText(content) : JSON.stringify(structuredContent);
  if (text.length > maxBytes) throw shopUnavailable('its answer is too large');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw shopUnavailable('its answer is not JSON', error);
  }
}

function firstText(content: unknown): string {
  for (const part of Array.isArray(content) ? content : [])
    if (typeof part === 'object' && part !== null && 'text' in part && typeof part.text === 'string') return part.text;
  return '';
}
