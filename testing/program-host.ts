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

/** Builds the pages where they changed; other than in a test file, nothing may block meanwhile. */
async function startWithPages(): Promise<Program> {
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, '../scripts/build-web.ts')]);
  return startProgram();
}

/** One program for the test files of a run that can share one: started when the first asks, ended with the run. */
export default async function hostProgram(project: TestProject): Promise<() => Promise<void>> {
  let started: Promise<Program> | undefined;
  const server = createServer((_, response) => {
    started ??= startWithPages();
    started.then(
      ({ url, password }) => response.end(JSON.stringify({ url, password } satisfies SharedProgram)),
      (error: unknown) => {
        started = undefined;
        response.writeHead(500).end(String(error));
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  project.provide('programHost', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return async () => {
    server.close();
    const program = await started?.catch(() => undefined);
    await program?.close();
  };
}
