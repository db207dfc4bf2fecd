import { defineConfig } from 'vitest/config';

const exclude = ['node_modules/**', 'web/dist/**', '.kefu/**'];

/** What is waited for comes at once on an idle machine; a busy one gets the time it needs. */
const expectation = { poll: { timeout: 10_000 } };

/** `unit`: seconds, no servers. `integration`: real PostgreSQL, Chroma, Redis and Chromium. `evals`: suites with a bar. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          expect: expectation,
          testTimeout: 20_000,
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...exclude, '**/*.int.test.ts', 'evals/*/eval.test.ts'],
        },
      },
      {
        test: {
          name: 'integration',
          globalSetup: ['testing/postgres-host.ts', 'testing/program-host.ts'],
          expect: expectation,
          include: ['**/*.int.test.ts'],
          exclude,
          // Real servers and a browser on a shared machine: one more try, so that only what fails twice fails.
          retry: 1,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'evals',
          include: ['evals/*/eval.test.ts'],
          exclude,
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
