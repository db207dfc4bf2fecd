import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '../../config/logger.ts';
import { type EndSteps, endProcesses, isRunning } from './running-process.ts';

/** A server process that this process started and owns. */
export interface ChildServer {
  state(): 'ready' | 'restarting' | 'stopped';
  /** Ends it by force, also one that hangs, and waits until it is up again. */
  restart(): Promise<void>;
  /** Ends it and waits for its end; no restart after this. */
  stop(): Promise<void>;
}

/** A {@link ChildServer} with its address. */
export interface EmbeddedServer extends ChildServer {
  url: string;
}

export interface ChildServerOptions {
  name: string;
  logger: Logger;
  /** Starts the process; called again when it ended by itself. */
  launch(): ChildProcess;
  /** One look at whether it takes requests; it is asked every few milliseconds. */
  isReady(child: ChildProcess): Promise<boolean>;
  /** Milliseconds to wait for readiness, crash recovery included. */
  startLimitMs: number;
  endSteps: EndSteps;
  /** Sent when this process exits without having called stop(): nothing can be waited for then. */
  exitSignal: NodeJS.Signals;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** Longest wait for a forced restart; the attempts go on after it. */
const RESTART_LIMIT_MS = 10_000;
/** A server that held this long is restarted at once when it ends. */
const STABLE_MS = 30_000;

const describe = (child: ChildProcess) => child.signalCode ?? `exit code ${child.exitCode}`;
const hasEnded = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null || child.pid === undefined;

const end = (child: ChildProcess, steps: EndSteps) =>
  endProcesses(() => (child.pid !== undefined && !hasEnded(child) && isRunning(child.pid) ? [child.pid] : []), steps);

async function launchAndWait(options: ChildServerOptions, stopping: () => boolean): Promise<ChildProcess> {
  const child = options.launch();
  let failure: Error | undefined;
  child.once('error', (error) => {
    failure = error;
  });
  for (const limit = Date.now() + options.startLimitMs; ; await wait(10)) {
    if (failure) throw failure;
    if (hasEnded(child)) throw new Error(`${options.name} ended while starting: ${describe(child)}`);
    if (await options.isReady(child)) return child;
    if (stopping() || Date.now() > limit) {
      await end(child, options.endSteps);
      throw new Error(stopping() ? `${options.name} was stopped` : `${options.name} was not ready in time`);
    }
  }
}

/** Starts a server, waits until it is ready, and from then on starts it again whenever it ends by itself. */
export async function startChildServer(options: ChildServerOptions): Promise<ChildServer> {
  const { name, logger } = options;
  let state: ReturnType<ChildServer['state']> = 'restarting';
  let restart: Promise<void> = Promise.resolve();
  let child = await launchAndWait(options, () => false);

  const keepAlive = (): void => {
    const since = Date.now();
    state = 'ready';
    const onEnd = () => {
      if (state === 'stopped') return;
      state = 'restarting';
      logger.warn({ server: name, reason: describe(child) }, 'embedded server ended; starting it again');
      restart = startAgain(Date.now() - since > STABLE_MS ? 0 : FIRST_PAUSE_MS);
    };
    if (hasEnded(child)) onEnd();
    else child.once('exit', onEnd);
  };

  const startAgain = async (pauseMs: number): Promise<void> => {
    for (
      let pause = pauseMs;
      state === 'restarting';
      pause = Math.min(Math.max(pause, FIRST_PAUSE_MS) * 2, LONGEST_PAUSE_MS)
    ) {
      await wait(pause);
      if (state !== 'restarting') return;
      try {
        child = await launchAndWait(options, () => state === 'stopped');
        if (state !== 'restarting') return; // stop() waits for this and ends the new child
        logger.info({ server: name }, 'embedded server is back');
        return keepAlive();
      } catch (error) {
        logger.warn({ server: name, err: error }, 'embedded server could not be started again');
      }
    }
  };

  // Whatever ends this process, but for a kill -9, ends its servers too.
  const endAtExit = () => child.kill(options.exitSignal);
  process.once('exit', endAtExit);

  keepAlive();
  return {
    state: () => state,
    async restart() {
      const before = child;
      before.kill('SIGKILL');
      for (const limit = Date.now() + RESTART_LIMIT_MS; Date.now() < limit && state !== 'stopped'; await wait(20))
        if (state === 'ready' && child !== before) return;
      throw new Error(`${name} is not back`);
    },
    async stop() {
      if (state === 'stopped') return;
      state = 'stopped';
      await restart;
      if (!(await end(child, options.endSteps))) logger.error({ server: name, pid: child.pid }, 'could not be ended');
      process.off('exit', endAtExit);
    },
  };
}
