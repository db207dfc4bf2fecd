import type { Logger } from '../../config/logger.ts';
import type { Engine, EngineSession, ReplyWriter } from './engine.ts';
import { UpstreamError } from './openai/errors.ts';
import type { ModelEngine } from './openai/openai-engine.ts';

/**
 * The model engine with the local one to fall back on. The first failure of the upstream in a turn voids what was
 * written of that part, the local engine finishes the same call, and the rest of the turn stays local: a hanging
 * upstream costs a turn one silence, never two.
 */
export function createResilientEngine(deps: { primary: ModelEngine; local: Engine; logger: Logger }): Engine {
  return {
    get name() {
      return deps.primary.name;
    },
    open(options) {
      const { signal } = options;
      const primary = deps.primary.open(options);
      const local = deps.local.open({ signal });
      let degraded = false;

      async function attempt<Result>(
        call: (session: EngineSession, writer: ReplyWriter) => Promise<Result>,
        writer?: ReplyWriter,
      ): Promise<Result> {
        const tracked = trackWriter(writer);
        if (degraded) return call(local, tracked);
        try {
          return await call(primary, tracked);
        } catch (error) {
          if (signal.aborted) throw signal.reason;
          if (tracked.written()) tracked.reset();
          if (error instanceof UpstreamError && error.failure === 'budget') return call(local, tracked);
          if (!(error instanceof UpstreamError)) deps.logger.error({ err: error }, 'model engine failed');
          degraded = true;
          return call(local, tracked);
        }
      }

      return {
        get name() {
          const fromModel = primary.contribution === 'words' || (primary.contribution === 'decisions' && !degraded);
          return fromModel ? primary.name : local.name;
        },
        get usage() {
          return primary.usage;
        },
        get degraded() {
          return degraded;
        },
        understand: (input) => attempt((session) => session.understand(input)),
        planTools: (input) => attempt((session) => session.planTools(input)),
        writeAnswer: (input, writer) => attempt((session, tracked) => session.writeAnswer(input, tracked), writer),
        phrase: (input, writer) => attempt((session, tracked) => session.phrase(input, tracked), writer),
        summarise: (input) => attempt((session) => session.summarise(input)),
      };
    },
  };
}

/** Knows whether text went through since the last reset. */
function trackWriter(writer: ReplyWriter | undefined): ReplyWriter & { written(): boolean } {
  let written = false;
  return {
    delta(text) {
      written ||= text !== '';
      writer?.delta(text);
    },
    reset() {
      written = false;
      writer?.reset();
    },
    written: () => written,
  };
}
