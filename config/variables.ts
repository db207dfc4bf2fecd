import { z } from 'zod';
import { channelVariables } from './channel-settings.ts';
import { optional } from './optional.ts';

const flag = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim().toLowerCase() : value),
  z
    .enum(['1', 'true', 'on', 'yes', '0', 'false', 'off', 'no'], 'must be on or off')
    .transform((v) => ['1', 'true', 'on', 'yes'].includes(v)),
);
/** A URL of one of the protocols. */
export const url = (...protocols: string[]) =>
  z
    .url({ message: `must be a URL starting with ${protocols.join(' or ')}`, abort: true })
    .refine((value) => protocols.some((p) => value.startsWith(p)), `must start with ${protocols.join(' or ')}`);
const whole = (min: number, max: number) => {
  const expected = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number(expected).int(expected).min(min, expected).max(max, expected);
};
const oneOf = <const Values extends readonly [string, string, ...string[]]>(values: Values) =>
  z.enum(values, `must be one of ${values.join(', ')}`);

/** Whose words Chinese is searched by. */
export const chineseWords = optional(z.enum(['jieba'], 'must be jieba'));

/** Every variable that the program reads. */
export const variables = z.object({
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

/** What the environment says, as far as it fits. */
export type Variables = z.infer<typeof variables>;
/** Names of variables that don't fit. */
export type Faulty = ReadonlySet<PropertyKey | undefined>;

/** The variables that fit, the names of those that don't, and a line on each of these. */
export function readVariables(source: NodeJS.ProcessEnv): { env: Variables; faulty: Faulty; faults: string[] } {
  const { data, error } = variables.safeParse(source);
  const issues = error?.issues ?? [];
  const faulty = new Set(issues.map(({ path }) => path[0]));
  const faults = issues.map(
    ({ path, message }) => `${path.join('.')}: ${message}${shown(String(path[0]), source[String(path[0])])}`,
  );
  const fitting = Object.fromEntries(Object.entries(source).filter(([name]) => !faulty.has(name)));
  return { env: data ?? variables.parse(fitting), faulty, faults };
}

/** The faulty value, unless it is a secret or may hold one: the message ends up in logs. */
const shown = (name: string, value: string | undefined): string =>
  /SECRET|PASSWORD|KEY|TOKEN/.test(name) || value?.includes('@') ? '' : ` (got ${JSON.stringify(value)})`;
