import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { AppError } from '../../config/errors.ts';

const errorSchema = z.object({ message: z.string().nullish(), code: z.string().nullish() }).nullish();
const fileSchema = z.looseObject({ id: z.string() });
const jobSchema = z.looseObject({
  id: z.string(),
  status: z.string(),
  fine_tuned_model: z.string().nullish(),
  error: errorSchema,
  metadata: z.record(z.string(), z.string()).nullish(),
});
const eventSchema = z.looseObject({ id: z.string(), created_at: z.number(), level: z.string(), message: z.string() });
const listOf = <T extends z.ZodType>(item: T) =>
  z.looseObject({ data: z.array(item), has_more: z.boolean().nullish() });

export type FineTuneJob = z.infer<typeof jobSchema>;
export type FineTuneEvent = z.infer<typeof eventSchema>;

/** Files and fine-tuning jobs of an OpenAI-compatible server. Errors: finetune_refused, finetune_unreachable. */
export interface FineTunes {
  upload(name: string, lines: string): Promise<string>;
  create(input: {
    model: string;
    trainingFile: string;
    validationFile: string | undefined;
    suffix: string | undefined;
    /** Finds the job again after a stop between asking for it and writing its id down. */
    mark: string;
  }): Promise<FineTuneJob>;
  job(id: string): Promise<FineTuneJob>;
  /** The job that was created under this mark, among the newest. */
  find(mark: string): Promise<FineTuneJob | undefined>;
  /** Oldest first, those after the one with this id. */
  events(id: string, after: string | undefined): Promise<FineTuneEvent[]>;
  cancel(id: string): Promise<FineTuneJob>;
}

const CALL_MS = 60_000;
const PAUSES = [500, 2_000, 8_000];
const MARK = 'kefu_run';
const NEWEST = 50;

/** `pauses`: milliseconds before each further try of a call that may be repeated. */
export function createFineTunes(options: {
  baseUrl: string | undefined;
  apiKey: string;
  signal: AbortSignal;
  pauses?: readonly number[];
}): FineTunes {
  const base = (options.baseUrl ?? 'https://api.openai.com/v1').replace(/\/$/, '');
  const pauses = options.pauses ?? PAUSES;

  const once = async (path: string, init: RequestInit): Promise<unknown> => {
    const signal = AbortSignal.any([options.signal, AbortSignal.timeout(CALL_MS)]);
    let response: Response;
    let text: string;
    try {
      response = await fetch(base + path, {
        ...init,
        headers: { authorization: `Bearer ${options.apiKey}`, ...init.headers },
        signal,
      });
      text = await response.text();
    } catch (error) {
      options.signal.throwIfAborted();
      throw unreachable(error);
    }
    if (response.status === 429 || response.status >= 500) throw unreachable(undefined, response.status);
    if (!response.ok) throw refused(response.status, text);
    try {
      return JSON.parse(text);
    } catch (error) {
      throw unreachable(error);
    }
  };
  /** Reading may be tried again; asking for a job may not: the first may have been heard. */
  const call = async <T extends z.ZodType>(
    schema: T,
    path: string,
    init: RequestInit = {},
    repeat = true,
  ): Promise<z.output<T>> => {
    for (const pause of repeat ? pauses : []) {
      try {
        return schema.parse(await once(path, init));
      } catch (error) {
        if (!(error instanceof AppError) || !error.retryable) throw error;
        await wait(pause, undefined, { signal: options.signal });
      }
    }
    return schema.parse(await once(path, init));
  };
  const json = (body: unknown): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const jobPath = (id: string) => `/fine_tuning/jobs/${encodeURIComponent(id)}`;

  return {
    async upload(name, lines) {
      const body = new FormData();
      body.set('purpose', 'fine-tune');
      body.set('file', new Blob([lines], { type: 'application/jsonl' }), name);
      return (await call(fileSchema, '/files', { method: 'POST', body })).id;
    },
    create: ({ model, trainingFile, validationFile, suffix, mark }) =>
      call(
        jobSchema,
        '/fine_tuning/jobs',
        json({
          model,
          training_file: trainingFile,
          ...(validationFile && { validation_file: validationFile }),
          ...(suffix && { suffix }),
          metadata: { [MARK]: mark },
        }),
        false,
      ),
    job: (id) => call(jobSchema, jobPath(id)),
    async find(mark) {
      const { data } = await call(listOf(jobSchema), `/fine_tuning/jobs?limit=${NEWEST}`);
      return data.find(({ metadata }) => metadata?.[MARK] === mark);
    },
    async events(id, after) {
      const query = new URLSearchParams({ limit: '100' });
      const { data } = await call(listOf(eventSchema), `${jobPath(id)}/events?${query}`);
      // The server lists the newest first.
      const known = data.findIndex((event) => event.id === after);
      return (known < 0 ? data : data.slice(0, known)).reverse();
    },
    cancel: (id) => call(jobSchema, `${jobPath(id)}/cancel`, { method: 'POST' }),
  };
}

const unreachable = (cause: unknown, status?: number): AppError =>
  new AppError({
    code: 'finetune_unreachable',
    status: 502,
    message: `The model’s server does not answer${status ? ` (${status})` : ''}. Run the command again with --resume.`,
    retryable: true,
    cause,
  });

const refused = (status: number, text: string): AppError => {
  const told = z.object({ error: errorSchema }).safeParse(safeJson(text)).data?.error?.message;
  return new AppError({
    code: 'finetune_refused',
    status: 502,
    message: `The model’s server refuses (${status})${told ? `: ${told}` : '.'}`,
  });
};

const safeJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
