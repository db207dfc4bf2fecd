import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { LoadFailure } from '../loading/load-failure.ts';
import { isPublicAddress, PrivateAddressError, publicLookup } from '../public-address.ts';

const MAX_BYTES = 10 * 1024 ** 2;
const TOTAL_MS = 10_000;
const REDIRECTS = 5;

export interface FetchedPage {
  bytes: Buffer;
  mime: string | null;
  fileName: string;
}

/** What may be reached; tests open the loopback of their own server. */
export interface Reach {
  allows(address: string): boolean;
  lookup: LookupFunction;
}
const PUBLIC_REACH: Reach = { allows: isPublicAddress, lookup: publicLookup };

const unreachable = (detail: string, cause?: unknown) => new LoadFailure('unreachable', { detail, cause });

function get(url: URL, reach: Reach, signal: AbortSignal): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !reach.allows(host)) throw unreachable('the address is not public');
  return new Promise((done, fail) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const headers = { accept: 'text/html, application/pdf, text/*;q=0.9, */*;q=0.5', 'user-agent': 'kefu-ingest' };
    send(url, { lookup: reach.lookup, signal, headers, agent: false }, done).once('error', fail).end();
  });
}

async function read(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new LoadFailure('too_large', { detail: 'more than 10 MB' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function nameOf(url: URL, mime: string | null): string {
  const last = decodeURIComponent(url.pathname.split('/').at(-1) ?? '');
  if (/\.\w{2,5}$/.test(last)) return last;
  return `${last || url.hostname}.${mime === 'application/pdf' ? 'pdf' : mime === 'text/plain' ? 'txt' : 'html'}`;
}

/** Fetches a public web page or file: 10 s, 10 MB, 5 redirects, each of them checked anew. */
export async function fetchUrl(address: string, reach: Reach = PUBLIC_REACH): Promise<FetchedPage> {
  const signal = AbortSignal.timeout(TOTAL_MS);
  let url = new URL(address);
  try {
    for (let hop = 0; hop <= REDIRECTS; hop++) {
      if (url.protocol !== 'http:' && url.protocol !== 'https:') throw unreachable(`${url.protocol} is not read`);
      const response = await get(url, reach, signal);
      const status = response.statusCode ?? 0;
      const location = response.headers.location;
      if (status >= 300 && status < 400 && location) {
        response.destroy();
        url = new URL(location, url);
        continue;
      }
      if (status !== 200) {
        response.destroy();
        throw unreachable(`it answered ${status}`);
      }
      const mime = response.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? null;
      return { bytes: await read(response), mime, fileName: nameOf(url, mime) };
    }
  } catch (error) {
    if (error instanceof LoadFailure) throw error;
    if (error instanceof PrivateAddressError) throw unreachable('the address is not public', error);
    throw unreachable(signal.aborted ? 'it took too long' : 'no connection', error);
  }
  throw unreachable('too many redirects');
}
