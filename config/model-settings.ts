import type { Variables } from './variables.ts';

const DEFAULT_MODEL = 'gpt-4o-mini';

/** A model and where it is asked. */
export interface ModelEndpoint {
  apiKey: string;
  baseUrl: string | undefined;
  model: string;
}

/** How the model upstream is reached. `timeoutMs` is the longest silence, before the first token or between two. */
export interface ModelSettings extends ModelEndpoint {
  embeddingModel: string | undefined;
  timeoutMs: number;
  /** What decides (routes, tools) and what writes, where they are set apart; undefined: the one above. */
  router?: ModelEndpoint | undefined;
  writer?: ModelEndpoint | undefined;
}

const TASKS = ['ROUTER', 'WRITER'] as const;
const hasModel = (env: Variables): boolean => env.OPENAI_API_KEY !== undefined || env.OPENAI_BASE_URL !== undefined;

/** Models that are named without a server to ask, and two that make vectors. */
export function faultsOfModels(env: Variables): string[] {
  const faults: string[] = [];
  const served = Boolean(env.OPENAI_API_KEY || env.OPENAI_BASE_URL);
  if (!served && (env.OPENAI_MODEL || env.OPENAI_EMBEDDING_MODEL))
    faults.push('OPENAI_API_KEY: needed because a model is named; for a server without keys set OPENAI_BASE_URL');
  for (const task of TASKS)
    if (!served && taskModel(env, task))
      faults.push(`OPENAI_${task}_MODEL: only departs from OPENAI_API_KEY or OPENAI_BASE_URL, and neither is set`);
  if (env.KEFU_LOCAL_EMBEDDING_MODEL && env.OPENAI_EMBEDDING_MODEL)
    faults.push(
      'KEFU_LOCAL_EMBEDDING_MODEL: OPENAI_EMBEDDING_MODEL is set too; vectors come from one model, unset the other',
    );
  return faults;
}

/** Undefined: no model is named, the local engine works alone. */
export function modelSettings(env: Variables): ModelSettings | undefined {
  if (!hasModel(env)) return undefined;
  return {
    apiKey: env.OPENAI_API_KEY ?? 'none',
    baseUrl: env.OPENAI_BASE_URL,
    model: env.OPENAI_MODEL ?? DEFAULT_MODEL,
    embeddingModel: env.OPENAI_EMBEDDING_MODEL,
    timeoutMs: env.OPENAI_TIMEOUT_MS ?? 3_500,
    router: taskModel(env, 'ROUTER'),
    writer: taskModel(env, 'WRITER'),
  };
}

/** What a task's own settings depart from the common ones in. A key is never sent to a server that it was not set for. */
function taskModel(env: Variables, task: (typeof TASKS)[number]): ModelEndpoint | undefined {
  const [model, key, baseUrl] = [
    env[`OPENAI_${task}_MODEL`],
    env[`OPENAI_${task}_API_KEY`],
    env[`OPENAI_${task}_BASE_URL`],
  ];
  if (model === undefined && key === undefined && baseUrl === undefined) return undefined;
  return {
    model: model ?? env.OPENAI_MODEL ?? DEFAULT_MODEL,
    apiKey: key ?? (baseUrl === undefined ? env.OPENAI_API_KEY : undefined) ?? 'none',
    baseUrl: baseUrl ?? env.OPENAI_BASE_URL,
  };
}
