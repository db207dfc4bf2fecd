import { parseArgs } from 'node:util';
import { z } from 'zod';

export const USAGE = `npm run evals [-- OPTIONS]
  --suite NAME          only this one; may be repeated
  --engine local|openai the built-in engine (default), or the model of OPENAI_*
  --url URL             judge a running deployment over HTTP; --served starts one and judges it so
  --cases FILE          conversations for the suite cases, as the console exports them
  --token ID=TOKEN      a customer's token there; may be repeated (in demo mode they are fetched)
  --staff-token TOKEN   of staff with the role qa there: misses then come with their traces
  --compare RUN         deltas against an earlier run instead of evals/baseline.json
  --allow-drop X        how far a share with a bar may fall against it (default 0.02; only bars with a model or --url)
  --update-baseline     keeps this run's figures in evals/baseline.json
  --resume [RUN]        goes on with a run that was stopped (default: the latest)
  --cache               keeps answers between runs, for as long as no code changes
  --jobs N              suites side by side (default 2)
  --mutate              plants faults in the engine and tells which suites see them`;

const optionsSchema = z.object({
  suite: z.array(z.string()).optional(),
  engine: z.enum(['local', 'openai'], { error: '--engine is local or openai' }).default('local'),
  url: z.url({ error: '--url wants an address such as http://127.0.0.1:3000' }).optional(),
  served: z.boolean().default(false),
  token: z
    .array(z.string().regex(/^[^=]+=.+$/, { error: '--token wants ID=TOKEN' }))
    .default([])
    .transform((pairs) =>
      Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])),
    ),
  'staff-token': z.string().optional(),
  cases: z.string().optional(),
  compare: z.string().optional(),
  'allow-drop': z.coerce
    .number({ error: '--allow-drop wants a share such as 0.02' })
    .min(0, { error: '--allow-drop wants a share such as 0.02' })
    .max(1, { error: '--allow-drop wants a share such as 0.02' })
    .optional(),
  'update-baseline': z.boolean().default(false),
  resume: z.union([z.string(), z.literal(true)]).optional(),
  cache: z.boolean().default(false),
  jobs: z.coerce.number({ error: '--jobs wants a number' }).int().min(1).max(16).default(2),
  mutate: z.boolean().default(false),
  help: z.boolean().default(false),
});

export type RunOptions = z.output<typeof optionsSchema>;

/** The command line; throws an Error with one readable sentence when it is wrong. */
export function readRunOptions(args: string[]): RunOptions {
  // parseArgs knows no option whose value may be left out.
  const at = args.indexOf('--resume');
  const bare = at >= 0 && (args[at + 1] === undefined || args[at + 1]?.startsWith('-'));
  const { values } = parseArgs({
    args: bare ? args.toSpliced(at, 1) : args,
    options: {
      suite: { type: 'string', multiple: true },
      engine: { type: 'string' },
      url: { type: 'string' },
      served: { type: 'boolean' },
      token: { type: 'string', multiple: true },
      'staff-token': { type: 'string' },
      cases: { type: 'string' },
      compare: { type: 'string' },
      'allow-drop': { type: 'string' },
      'update-baseline': { type: 'boolean' },
      resume: { type: 'string' },
      cache: { type: 'boolean' },
      jobs: { type: 'string' },
      mutate: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const parsed = optionsSchema.safeParse(bare ? { ...values, resume: true } : values);
  if (!parsed.success) throw new Error(parsed.error.issues.map(({ message }) => message).join('; '));
  return parsed.data;
}

const DROP = 0.02;

/** The built-in engine answers the same each time: what falls there has been changed. Another's figures vary by themselves. */
export const allowedDrop = (options: Pick<RunOptions, 'allow-drop' | 'engine' | 'url'>): number | undefined =>
  options['allow-drop'] ?? (options.engine === 'local' && !options.url ? DROP : undefined);
