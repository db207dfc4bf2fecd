import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

/** A network between a client and a server that can be cut, also in the middle of a stream. */
export interface CuttableProxy {
  url: string;
  /** Cuts everything after so many bytes of the next event stream, until {@link mend}; resolves at the cut. */
  cutStreamAfter(bytes: number): Promise<void>;
  /** Cuts every connection and lets none through, until {@link mend}. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

const EVENT_STREAM = /content-type: text\/event-stream/i;

/** Forwards bytes of loopback connections. The caller closes it. */
export async function startCuttableProxy(target: string): Promise<CuttableProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let isCut = false;
  let armed: { bytes: number; done: () => void } | undefined;

  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((client) => {
    if (isCut) return void client.destroy();
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.pipe(upstream);
    let left: number | undefined;
    upstream.on('data', (chunk: Buffer) => {
      if (armed && left === undefined && EVENT_STREAM.test(chunk.toString('latin1'))) left = armed.bytes;
      const part = armed && left !== undefined ? chunk.subarray(0, left) : chunk;
      if (left !== undefined) left -= part.length;
      const done = armed && left !== undefined && left <= 0 ? armed.done : undefined;
      client.write(part, () => {
        if (!done || isCut) return;
        armed = undefined;
        cut();
        done();
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    cutStreamAfter: (bytes) => new Promise((done) => (armed = { bytes, done })),
    cut,
    mend() {
      isCut = false;
    },
    close() {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
