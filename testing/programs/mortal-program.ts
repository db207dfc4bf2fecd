import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findProcesses } from '../../stores/embedded/running-process.ts';

const root = join(import.meta.dirname, '../..');
const START_MS = 60_000;

/** What a program under test printed and how it ended. */
export class MortalProgram {
  private readonly child: ChildProcess;
  output = '';
  readonly exit: Promise<number | NodeJS.Signals | null>;

  constructor(dataDir: string, env: Record<string, string> = {}) {
    // Without npm's mark: the tests of npm's end set it themselves.
    const { npm_lifecycle_event: _, ...inherited } = process.env;
    this.child = spawn(process.execPath, ['main.ts'], {
      cwd: root,
      env: { ...inherited, PORT: '0', KEFU_LOG_LEVEL: 'warn', ...env, KEFU_DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on('data', (chunk) => (this.output += chunk));
    this.exit = new Promise((resolve) => this.child.once('exit', (code, signal) => resolve(code ?? signal)));
  }

  /** The URL of the ready line. */
  async ready(): Promise<string> {
    for (const limit = Date.now() + START_MS; Date.now() < limit; await wait(10)) {
      const url = /^ready (\S+)$/m.exec(this.output)?.[1];
      if (url) return url;
      if (this.child.exitCode !== null) break;
    }
    throw new Error(`not ready:\n${this.output}`);
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  async stop(): Promise<number | NodeJS.Signals | null> {
    this.child.kill('SIGTERM');
    return this.exit;
  }
}

/** Whether an address of the program answers with 200. */
export const isUp = async (url: string, path: string): Promise<boolean> =>
  (await fetch(url + path, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined))?.status === 200;

/** A data directory, the programs that are started in it, and the servers that those start. */
export interface ProgramFolder {
  folder: string;
  start(env?: Record<string, string>): MortalProgram;
  until(condition: () => Promise<boolean> | boolean, limitMs: number): Promise<void>;
  /** Ids of all processes that have to do with the directory. */
  leftOver(): number[];
  chroma(): number[];
  postmaster(): number;
  /** Ends the programs that were started so far. */
  stopAll(): Promise<void>;
  remove(): void;
}

/** The caller removes it. */
export function createProgramFolder(): ProgramFolder {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-life-'));
  const running: MortalProgram[] = [];
  return {
    folder,
    start(env) {
      const program = new MortalProgram(folder, env);
      running.push(program);
      return program;
    },
    async until(condition, limitMs) {
      for (const limit = Date.now() + limitMs; Date.now() < limit; await wait(20)) if (await condition()) return;
      throw new Error(`it did not come to pass; printed so far:\n${running.map(({ output }) => output).join('\n')}`);
    },
    leftOver: () => findProcesses(folder),
    chroma: () => findProcesses(`--path ${folder}/chroma`),
    postmaster: () => Number(readFileSync(join(folder, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]),
    async stopAll() {
      for (const program of running.splice(0)) await program.stop();
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
