import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { z } from 'zod';
import { type ChannelSettings, channelSettings } from './channel-settings.ts';
import { findProgram } from './find-program.ts';
import { type Misspelt, misspeltSettings } from './misspelt-settings.ts';
import { faultsOfModels, type ModelSettings, modelSettings } from './model-settings.ts';
import { optional } from './optional.ts';
import { chineseWords, type Faulty, readVariables, url, type Variables, variables } from './variables.ts';

/** Read by tests alone. */
const OF_TESTS = ['KEFU_TEST_DATABASE_URL'];

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

const loopback = (host: string) => ['127.0.0.1', 'localhost', '::1'].includes(host) || host.startsWith('127.');

/** Reads and checks every setting; throws one {@link SettingsError} that names all faults. */
export function readSettings(source: NodeJS.ProcessEnv = process.env): Settings {
  const { env, faulty, faults } = readVariables(source);
  const host = env.HOST ?? '127.0.0.1';
  const demo = env.KEFU_DEMO ?? (loopback(host) && env.KEFU_IDENTITY_SECRET === undefined);
  // What fits is still checked against each other: the message names every fault.
  faults.push(...faultsOfAccess(env, faulty, { host, demo }), ...faultsOfModels(env));
  const channels = channelSettings(env, faults);
  if (faults.length > 0)
    throw new SettingsError(`Settings that need attention:\n${faults.map((f) => `  - ${f}`).join('\n')}`);
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
    model: modelSettings(env),
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
    misspelt: misspeltSettings(Object.keys(source), [...Object.keys(variables.shape), ...OF_TESTS]),
    startedByNpm: source.npm_lifecycle_event !== undefined,
  };
}

/** Who may reach the program, and what its processes must share. */
function faultsOfAccess(env: Variables, faulty: Faulty, { host, demo }: { host: string; demo: boolean }): string[] {
  const faults: string[] = [];
  if (demo && !loopback(host))
    faults.push(
      `KEFU_DEMO: demo customers and staff must not be served on a public address; HOST is ${host}. Unset KEFU_DEMO, or set HOST=127.0.0.1`,
    );
  if (!demo && env.KEFU_IDENTITY_SECRET === undefined && !faulty.has('KEFU_IDENTITY_SECRET'))
    faults.push(
      'KEFU_IDENTITY_SECRET: needed outside demo mode; set 32 or more random characters, shared with the shop’s server',
    );
  if ((env.KEFU_PROCESS ?? 'all') !== 'all' && env.DATABASE_URL === undefined && !faulty.has('DATABASE_URL'))
    faults.push(
      `KEFU_PROCESS: ${env.KEFU_PROCESS} needs DATABASE_URL, because web and worker processes share one PostgreSQL server, which the embedded one cannot be. Set DATABASE_URL, or leave KEFU_PROCESS out to run everything in one process`,
    );
  return faults;
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
