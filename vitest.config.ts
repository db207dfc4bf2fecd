import { defineConfig } from 'vitest/config';

const exclude = ['node_modules/**', 'web/dist/**', '.kefu/**'];

/** What measures its own time or memory: nothing else of the run may be at work beside it. */
const alone = [
  'boot/lifecycle.int.test.ts',
  'testing/campaigns/hostile-files.int.test.ts',
  'testing/campaigns/model-faults.int.test.ts',
];

/** What is waited for comes at once on an idle machine; a busy one gets the time it needs. */
const expectation = { poll: { timeout: 10_000 } };

const onServers = {
  globalSetup: ['testing/postgres-host.ts', 'testing/programs/program-host.ts'],
  expect: expectation,
  // Real servers and a browser on a shared machine: one more try, so that only what fails twice fails.
  retry: 1,
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

/**
 * `unit`: seconds, no servers. `integration`: real PostgreSQL, Chroma, Redis and Chromium, two files at a time, as
 * most of their time is waiting; `integration-alone`, one at a time, after it. `evals`: suites with a bar.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          expect: expectation,
          testTimeout: 20_000,
          // Of a shop taken in, or a model trained, while everything else is at work.
          hookTimeout: 60_000,
          // Vitest would leave a core idle: of two, one.
          maxWorkers: '100%',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...exclude, '**/*.int.test.ts', 'evals/*/eval.test.ts'],
        },
      },
      {
        test: {
          ...onServers,
          name: 'integration',
          include: ['**/*.int.test.ts'],
          exclude: [...exclude, ...alone],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...onServers,
          name: 'integration-alone',
          include: alone,
          exclude,
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
