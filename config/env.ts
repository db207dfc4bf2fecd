import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { z } from 'zod';
import { type ChannelSettings, channelSettings, channelVariables } from './channel-settings.ts';
import { findProgram } from './find-program.ts';
import { type Misspelt, misspeltSettings } from './misspelt-settings.ts';
import { optional } from './optional.ts';

const flag = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim().toLowerCase() : value),
  z
    .enum(['1', 'true', 'on', 'yes', '0', 'false', 'off', 'no'], 'must be on or off')
    .transform((v) => ['1', 'true', 'on', 'yes'].includes(v)),
);
const url = (...protocols: string[]) =>
  z
    .url({ message: `must be a URL starting with ${protocols.join(' or ')}`, abort: true })
    .refine((value) => protocols.some((p) => value.startsWith(p)), `must start with ${protocols.join(' or ')}`);
const whole = (min: number, max: number) => {
  const expected = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number(expected).int(expected).min(min, expected).max(max, expected);
};
const oneOf = <const Values extends readonly [string, string, ...string[]]>(values: Values) =>
  z.enum(values, `must be one of ${values.join(', ')}`);

const chineseWords = optional(z.enum(['jieba'], 'must be jieba'));

const schema = z.object({
  PORT: optional(whole(0, 65535)),
  HOST: optional(z.string()),
  KEFU_DATA_DIR: optional(z.string()),
  KEFU_SHOP_DIR: optional(z.string()),
  KEFU_SHOP_API: optional(z.string()),
  KEFU_SHOP_MCP: optional(z.string()),
  DATABASE_URL: optional(url('postgres://', 'postgresql://')),
  CHROMA_URL: optional(url('http://', 'https://')),
  REDIS_URL: optional(url('redis://', 'rediss://')),
  OPENAI_API_KEY: optional(z.string()),
  OPENAI_BASE_URL: optional(url('http://', 'https://')),
  OPENAI_MODEL: optional(z.string()),
  OPENAI_EMBEDDING_MODEL: optional(z.string()),
  OPENAI_ROUTER_MODEL: optional(z.string()),
  OPENAI_ROUTER_API_KEY: optional(z.string()),
  OPENAI_ROUTER_BASE_URL: optional(url('http://', 'https://')),
  OPENAI_WRITER_MODEL: optional(z.string()),
  OPENAI_WRITER_API_KEY: optional(z.string()),
  OPENAI_WRITER_BASE_URL: optional(url('http://', 'https://')),
  OPENAI_TIMEOUT_MS: optional(whole(200, 120_000)),
  KEFU_LOCAL_EMBEDDING_MODEL: optional(z.string()),
  KEFU_CHINESE_WORDS: chineseWords,
  KEFU_IDENTITY_SECRET: optional(z.string().min(32, 'must have 32 characters or more (HS256 key)')),
  KEFU_DEMO: optional(flag),
  KEFU_DEMO_PASSWORD: optional(z.string().min(8, 'must have 8 characters or more')),
  KEFU_PROCESS: optional(oneOf(['all', 'web', 'worker'])),
  KEFU_LOG_LEVEL: optional(oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
  KEFU_CONTACT_URL: optional(url('http://', 'https://')),
  KEFU_RATE_LIMIT: optional(whole(1, 1_000_000)),
  KEFU_REST_S: optional(whole(1, 86_400)),
  KEFU_DATASETS: optional(z.string()),
  KEFU_OCR: optional(oneOf(['auto', 'off'])),
  ...channelVariables,
});

/** Read by tests alone. */
const OF_TESTS = ['KEFU_TEST_DATABASE_URL'];

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

/** All settings of a process, checked. */
export interface Settings {
  port: number;
  /** True when PORT was set: then a taken port is an error, otherwise the next free one is used. */
  portFixed: boolean;
  host: string;
  dataDir: string;
  shopDir: string;
  /** Description of the shop's own HTTP API; undefined: orders and products are those of the files. */
  shopApiFile: string | undefined;
  /** The tools of an MCP server that are admitted instead. */
  shopMcpFile: string | undefined;
  databaseUrl: string | undefined;
  chromaUrl: string | undefined;
  redisUrl: string | undefined;
  /** Undefined: the local engine alone. */
  model: ModelSettings | undefined;
  /** A sentence-embedding model to run in this process, by name or path; needs @huggingface/transformers. */
  localEmbeddingModel: string | undefined;
  /** Undefined in demo mode until {@link Settings.demo} generates and keeps one in the data directory. */
  identitySecret: string | undefined;
  demo: boolean;
  demoPassword: string;
  /** True when the password was drawn at random for this start and must be shown. */
  demoPasswordGenerated: boolean;
  process: 'all' | 'web' | 'worker';
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** Where one-time codes for visitors are posted, to be sent by SMS or e-mail. */
  contactUrl: string | undefined;
  /** Chat turns a minute and customer. */
  rateLimit: number;
  /** How long the knowledge must rest before deletions are purged and its index is copied to the disk; undefined: each as usual. */
  restMs: number | undefined;
  datasetsDir: string;
  /** Path of tesseract, which reads scanned pages; undefined: not installed, or not wanted (KEFU_OCR=off). */
  ocrProgram: string | undefined;
  channels: ChannelSettings;
  /** Variables that change nothing, though they were meant to. */
  misspelt: Misspelt[];
  /** True when npm started the process and passes signals on to it: it ends when npm is gone, killed perhaps. */
  startedByNpm: boolean;
}

export class SettingsError extends Error {}

/** The faulty value, unless it is a secret or may hold one: the message ends up in logs. */
const shown = (name: string, value: string | undefined): string =>
  /SECRET|PASSWORD|KEY|TOKEN/.test(name) || value?.includes('@') ? '' : ` (got ${JSON.stringify(value)})`;

const loopback = (host: string) => ['127.0.0.1', 'localhost', '::1'].includes(host) || host.startsWith('127.');

/** Reads and checks every setting; throws one {@link SettingsError} that names all faults. */
export function readSettings(source: NodeJS.ProcessEnv = process.env): Settings {
  const parsed = schema.safeParse(source);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map(
        ({ path, message }) => `${path.join('.')}: ${message}${shown(String(path[0]), source[String(path[0])])}`,
      );
  // What fits is still checked against each other: the message names every fault.
  const faulty = new Set(parsed.error?.issues.map(({ path }) => path[0]));
  const env =
    parsed.data ?? schema.parse(Object.fromEntries(Object.entries(source).filter(([name]) => !faulty.has(name))));
  const host = env.HOST ?? '127.0.0.1';
  const demo = env.KEFU_DEMO ?? (loopback(host) && env.KEFU_IDENTITY_SECRET === undefined);
  const secretAbsent =
    env.KEFU_IDENTITY_SECRET === undefined && !faults.some((f) => f.startsWith('KEFU_IDENTITY_SECRET'));
  if (demo && !loopback(host)) {
    faults.push(
      `KEFU_DEMO: demo customers and staff must not be served on a public address; HOST is ${host}. Unset KEFU_DEMO, or set HOST=127.0.0.1`,
    );
  }
  if (!demo && secretAbsent) {
    faults.push(
      'KEFU_IDENTITY_SECRET: needed outside demo mode; set 32 or more random characters, shared with the shop’s server',
    );
  }
  if ((env.KEFU_PROCESS ?? 'all') !== 'all' && env.DATABASE_URL === undefined && !faulty.has('DATABASE_URL')) {
    faults.push(
      `KEFU_PROCESS: ${env.KEFU_PROCESS} needs DATABASE_URL, because web and worker processes share one PostgreSQL server, which the embedded one cannot be. Set DATABASE_URL, or leave KEFU_PROCESS out to run everything in one process`,
    );
  }
  if (!env.OPENAI_API_KEY && !env.OPENAI_BASE_URL && (env.OPENAI_MODEL || env.OPENAI_EMBEDDING_MODEL)) {
    faults.push('OPENAI_API_KEY: needed because a model is named; for a server without keys set OPENAI_BASE_URL');
  }
  for (const task of ['ROUTER', 'WRITER'] as const)
    if (!env.OPENAI_API_KEY && !env.OPENAI_BASE_URL && taskModel(env, task))
      faults.push(`OPENAI_${task}_MODEL: only departs from OPENAI_API_KEY or OPENAI_BASE_URL, and neither is set`);
  if (env.KEFU_LOCAL_EMBEDDING_MODEL && env.OPENAI_EMBEDDING_MODEL)
    faults.push(
      'KEFU_LOCAL_EMBEDDING_MODEL: OPENAI_EMBEDDING_MODEL is set too; vectors come from one model, unset the other',
    );
  const channels = channelSettings(env, faults);
  if (faults.length > 0)
    throw new SettingsError(`Settings that need attention:\n${faults.map((f) => `  - ${f}`).join('\n')}`);

  const hasModel = env.OPENAI_API_KEY !== undefined || env.OPENAI_BASE_URL !== undefined;
  return {
    port: env.PORT ?? 3000,
    portFixed: env.PORT !== undefined,
    host,
    dataDir: resolve(env.KEFU_DATA_DIR ?? '.kefu'),
    shopDir: resolve(env.KEFU_SHOP_DIR ?? 'data/shop'),
    shopApiFile: env.KEFU_SHOP_API === undefined ? undefined : resolve(env.KEFU_SHOP_API),
    shopMcpFile: env.KEFU_SHOP_MCP === undefined ? undefined : resolve(env.KEFU_SHOP_MCP),
    databaseUrl: env.DATABASE_URL,
    chromaUrl: env.CHROMA_URL,
    redisUrl: env.REDIS_URL,
    model: hasModel
      ? {
          apiKey: env.OPENAI_API_KEY ?? 'none',
          baseUrl: env.OPENAI_BASE_URL,
          model: env.OPENAI_MODEL ?? DEFAULT_MODEL,
          embeddingModel: env.OPENAI_EMBEDDING_MODEL,
          timeoutMs: env.OPENAI_TIMEOUT_MS ?? 3_500,
          router: taskModel(env, 'ROUTER'),
          writer: taskModel(env, 'WRITER'),
        }
      : undefined,
    localEmbeddingModel: env.KEFU_LOCAL_EMBEDDING_MODEL,
    identitySecret: env.KEFU_IDENTITY_SECRET,
    demo,
    demoPassword: env.KEFU_DEMO_PASSWORD ?? randomBytes(9).toString('base64url'),
    demoPasswordGenerated: env.KEFU_DEMO_PASSWORD === undefined,
    process: env.KEFU_PROCESS ?? 'all',
    logLevel: env.KEFU_LOG_LEVEL ?? 'info',
    contactUrl: env.KEFU_CONTACT_URL,
    rateLimit: env.KEFU_RATE_LIMIT ?? 300,
    restMs: env.KEFU_REST_S === undefined ? undefined : env.KEFU_REST_S * 1_000,
    ocrProgram: env.KEFU_OCR === 'off' ? undefined : findProgram('tesseract', source.PATH),
    datasetsDir: resolve(env.KEFU_DATASETS ?? '../shared/datasets'),
    channels,
    misspelt: misspeltSettings(Object.keys(source), [...Object.keys(schema.shape), ...OF_TESTS]),
    startedByNpm: source.npm_lifecycle_event !== undefined,
  };
}

/** What a task's own settings depart from the common ones in. A key is never sent to a server that it was not set for. */
function taskModel(env: z.infer<typeof schema>, task: 'ROUTER' | 'WRITER'): ModelEndpoint | undefined {
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

/** Where tests may make scratch databases: a URL whose role may create them. Undefined: wherever they find one. */
export const readTestDatabaseUrl = (source: NodeJS.ProcessEnv = process.env): string | undefined =>
  optional(url('postgres://', 'postgresql://')).parse(source.KEFU_TEST_DATABASE_URL);

/** What tests use when it is there: a Redis server and a Chromium program. */
export const readTestTools = (source: NodeJS.ProcessEnv = process.env) =>
  z
    .object({ redisUrl: optional(url('redis://', 'rediss://')), chromiumPath: optional(z.string()) })
    .parse({ redisUrl: source.REDIS_URL, chromiumPath: source.CHROMIUM_PATH });

/** Whose words Chinese is searched by, beside pairs of characters; a faulty value is told by {@link readSettings}. */
export const readChineseWords = (source: NodeJS.ProcessEnv = process.env): 'jieba' | undefined =>
  chineseWords.safeParse(source.KEFU_CHINESE_WORDS).data;

/** A value that a description file names, such as a key of the shop's API; undefined when it is not set. */
export const environmentValue = (name: string): string | undefined => process.env[name] || undefined;

/** This process's environment with some settings changed, for a child that is the same program. */
export const environmentWith = (change: Record<string, string>): NodeJS.ProcessEnv => ({ ...process.env, ...change });
