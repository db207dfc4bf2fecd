import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../../config/env.ts';
import { type Program, staffToken, startProgram } from '../../testing/programs/program.ts';
import { openAnswerLog } from './answer-log.ts';
import { createHttpTarget } from './http-target.ts';
import { openInProcessTarget } from './in-process-target.ts';
import { withInterval } from './intervals.ts';
import type { ShopTarget } from './shop-target.ts';
import type { Suite, SuiteResult } from './suite.ts';

/** What a suite is run on. */
export interface SuiteRun {
  engine: 'local' | 'openai';
  url?: string | undefined;
  served: boolean;
  tokens: Record<string, string>;
  /** Of role qa at `url`: its replies then come with their traces. */
  staffToken?: string | undefined;
  /** Files of answers, see {@link openAnswerLog}; empty: nothing is kept. */
  answerFiles: string[];
  casesFile?: string | undefined;
  /** Hash of the code that answers. */
  code: string;
}

const SAMPLE_SHOP = join(import.meta.dirname, '../../data/shop');
const WITHOUT_MODEL = { OPENAI_API_KEY: '', OPENAI_BASE_URL: '', OPENAI_MODEL: '', OPENAI_EMBEDDING_MODEL: '' };

/** Runs one suite and closes what it opened. */
export async function runOneSuite(
  suite: Suite,
  run: SuiteRun,
  progress: (done: number, total: number) => void,
): Promise<SuiteResult> {
  const { datasetsDir } = readSettings();
  let started: Promise<Program> | undefined;
  let opened: Promise<ShopTarget> | undefined;
  const program = () => {
    started ??= startProgram({ env: run.engine === 'local' ? WITHOUT_MODEL : {} });
    return started;
  };
  const openTarget = async (): Promise<ShopTarget> => {
    if (run.url) return createHttpTarget({ url: run.url, tokens: run.tokens, staffToken: run.staffToken });
    // A model answers in the program only: what is in process has the local engine.
    if (run.served || run.engine === 'openai') {
      const { url } = await program();
      return createHttpTarget({ url, staffToken: await staffToken(url, 'qa') });
    }
    return openInProcessTarget(SAMPLE_SHOP);
  };
  try {
    const result = await suite.run({
      program,
      shop: () => {
        opened ??= openTarget();
        return opened;
      },
      answers:
        run.answerFiles.length === 0
          ? undefined
          : openAnswerLog({
              files: run.answerFiles,
              stamp: [run.code, run.engine, run.url ?? (run.served ? 'served' : 'in process')].join(' '),
            }),
      datasetsDir: existsSync(datasetsDir) ? datasetsDir : undefined,
      engine: run.engine,
      casesFile: run.casesFile,
      progress,
    });
    return { ...result, metrics: result.metrics.map(withInterval) };
  } finally {
    await (await opened?.catch(() => undefined))?.close();
    await (await started?.catch(() => undefined))?.close();
  }
}
