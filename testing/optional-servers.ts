import { accessSync, constants } from 'node:fs';
import { connect } from 'node:net';
import { readTestTools } from '../config/env.ts';

/** Whether a Redis answers at an address, within a second. */
export const answersPing = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port || 6379) });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, () => end(false));
    socket.once('error', () => end(false));
    socket.once('connect', () => socket.write('PING\r\n'));
    // +PONG, or -NOAUTH where the URL's password is needed first.
    socket.once('data', (reply) => end(/^[+-](PONG|NOAUTH)/.test(reply.toString())));
  });

/** URL of a Redis that answers: REDIS_URL, else 127.0.0.1:6379; undefined when there is none. */
export async function findRedis(): Promise<string | undefined> {
  const url = readTestTools().redisUrl ?? 'redis://127.0.0.1:6379';
  return (await answersPing(url)) ? url : undefined;
}

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Path of a Chromium or Chrome: CHROMIUM_PATH, else where systems put it; undefined when there is none. */
export const findChromium = (): string | undefined =>
  [
    readTestTools().chromiumPath ?? '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find(isExecutable);
