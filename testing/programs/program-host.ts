import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { type Program, startProgram } from './program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address that answers with {@link SharedProgram} as JSON, after the start of the program if need be. */
    programHost: string;
  }
}

/** What test files get to know of the program that they share. */
export type SharedProgram = Pick<Program, 'url' | 'password'>;

/** Other than in a test file, nothing may block meanwhile. */
async function buildPages(): Promise<void> {
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, '../../scripts/build-web.ts')]);
}

/**
 * What the test files of a run share: one program, started when the first asks, ended with the run; and at `/pages`
 * the build of the pages where they changed, once, as two of them would be in each other's way.
 */
export default async function hostProgram(project: TestProject): Promise<() => Promise<void>> {
  let built: Promise<void> | undefined;
  let started: Promise<Program> | undefined;
  const pages = async () => {
    built ??= buildPages();
    await built.catch((error: unknown) => {
      built = undefined;
      throw error;
    });
  };
  const program = async (): Promise<SharedProgram> => {
    started ??= pages().then(() => startProgram());
    const { url, password } = await started.catch((error: unknown) => {
      started = undefined;
      throw error;
    });
    return { url, password };
  };
  const server = createServer(({ url }, response) => {
    (url === '/pages' ? pages() : program()).then(
      (answer) => response.end(JSON.stringify(answer ?? {})),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  project.provide('programHost', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return async () => {
    server.close();
    const running = await started?.catch(() => undefined);
    await running?.close();
  };
}
