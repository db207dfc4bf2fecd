import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { sendError, sendJson } from './models/scripted-model-wire.ts';

const createSchema = z.looseObject({
  model: z.string(),
  training_file: z.string(),
  validation_file: z.string().nullish(),
  suffix: z.string().max(64).nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
});
const lineSchema = z.object({
  messages: z
    .array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() }))
    .min(2)
    .refine((messages) => messages.at(-1)?.role === 'assistant', 'the last message must be from the assistant'),
});

interface Job {
  body: Record<string, unknown> & { id: string; status: string };
  events: Array<{ id: string; message: string; created_at: number }>;
  /** Statuses still to come, one at each look. */
  ahead: string[];
}

export interface ScriptedFineTunes {
  /** Uploaded files by id. */
  files: Map<string, string>;
  jobs: Job[];
  /** How the next jobs end; with fewer examples than ten, or a bad line, they fail whatever is asked for. */
  setOutcome(outcome: 'succeeded' | 'failed' | 'never'): void;
  /** The next request of this kind is carried out, and its answer lost with the connection. */
  loseNext(what: 'upload' | 'create'): void;
  /** The next so many requests, of any kind, get a 500. */
  failNext(times: number): void;
  /** False: the path is none of fine-tuning's. */
  handle(path: string, url: URL, request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

const now = () => Math.floor(Date.now() / 1000);

async function readForm(request: IncomingMessage): Promise<FormData> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  return new Response(Buffer.concat(parts), { headers }).formData();
}

/** Files and fine-tuning jobs as OpenAI's API has them; a job moves on by one status each time it is looked at. */
export function createScriptedFineTunes(): ScriptedFineTunes {
  const files = new Map<string, string>();
  const jobs: Job[] = [];
  let outcome: 'succeeded' | 'failed' | 'never' = 'succeeded';
  let lost: 'upload' | 'create' | undefined;
  let failing = 0;

  const answer = (response: ServerResponse, what: 'upload' | 'create' | undefined, body: unknown) => {
    if (what && lost === what) {
      lost = undefined;
      response.destroy();
    } else sendJson(response, 200, body);
  };
  const tell = (job: Job, message: string) =>
    job.events.push({ id: `ftevent-${job.body.id}-${job.events.length}`, message, created_at: now() });

  async function upload(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = await readForm(request);
    const file = form.get('file');
    if (form.get('purpose') !== 'fine-tune' || !(file instanceof File))
      return sendError(response, 400, 'invalid_request_error');
    const id = `file-${files.size + 1}`;
    files.set(id, await file.text());
    const { size: bytes, name: filename } = file;
    answer(response, 'upload', {
      id,
      object: 'file',
      bytes,
      created_at: now(),
      filename,
      purpose: 'fine-tune',
      status: 'processed',
    });
  }

  async function create(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const parsed = createSchema.safeParse(JSON.parse(Buffer.concat(parts).toString('utf8')));
    if (!parsed.success || !files.has(parsed.data.training_file))
      return sendError(response, 400, 'invalid_request_error');
    const { model, training_file, validation_file = null, suffix = null, metadata = null } = parsed.data;
    const lines = (files.get(training_file) ?? '').split('\n').filter((line) => line !== '');
    const bad = lines.some((line) => !lineSchema.safeParse(JSON.parse(line)).success) || lines.length < 10;
    const id = `ftjob-${jobs.length + 1}`;
    const end = bad ? ['failed'] : outcome === 'never' ? [] : ['running', 'running', outcome];
    const job: Job = {
      body: {
        object: 'fine_tuning.job',
        id,
        model,
        created_at: now(),
        finished_at: null,
        fine_tuned_model: null,
        organization_id: 'org-testing',
        result_files: [],
        status: 'validating_files',
        training_file,
        validation_file,
        hyperparameters: { n_epochs: 'auto', batch_size: 'auto', learning_rate_multiplier: 'auto' },
        trained_tokens: null,
        error: {},
        user_provided_suffix: suffix,
        seed: 7,
        estimated_finish: null,
        integrations: [],
        metadata,
      },
      events: [],
      ahead: ['queued', ...(outcome === 'never' && !bad ? ['running'] : []), ...end],
    };
    jobs.push(job);
    tell(job, `Created fine-tuning job: ${id}`);
    answer(response, 'create', job.body);
  }

  function moveOn(job: Job): void {
    const next = job.ahead.shift();
    if (!next) return;
    const { model, user_provided_suffix: suffix } = job.body;
    tell(job, next === 'running' ? `Step ${job.events.length}: training loss=0.5` : `Job is ${next}`);
    job.body.status = next;
    if (next === 'succeeded') {
      Object.assign(job.body, {
        fine_tuned_model: `ft:${model}:testing:${suffix ?? ''}:${job.body.id}`,
        finished_at: now(),
        trained_tokens: 1000,
      });
    }
    if (next === 'failed') {
      const error = { code: 'invalid_training_file', message: 'The training file is not fit.', param: 'training_file' };
      Object.assign(job.body, { error, finished_at: now() });
    }
  }

  return {
    files,
    jobs,
    setOutcome(next) {
      outcome = next;
    },
    loseNext(what) {
      lost = what;
    },
    failNext(times) {
      failing = times;
    },
    async handle(path, url, request, response) {
      const [, method, rest] = /^(\w+) \/v1\/(files|fine_tuning\/jobs.*)$/.exec(path) ?? [];
      if (!method || !rest) return false;
      if (failing > 0) {
        failing--;
        request.resume();
        sendError(response, 500, 'server_error');
        return true;
      }
      const [, id, action] = /^fine_tuning\/jobs\/([^/]+)(?:\/(\w+))?$/.exec(rest) ?? [];
      const job = jobs.find((one) => one.body.id === id);
      if (path === 'POST /v1/files') await upload(request, response);
      else if (path === 'POST /v1/fine_tuning/jobs') await create(request, response);
      else if (path === 'GET /v1/fine_tuning/jobs') {
        const newest = [...jobs].reverse().slice(0, Number(url.searchParams.get('limit') ?? 20));
        sendJson(response, 200, { object: 'list', data: newest.map(({ body }) => body), has_more: false });
      } else if (!job) sendError(response, 404, 'resource_not_found');
      else if (action === 'events') {
        const data = job.events.map((event) => ({
          object: 'fine_tuning.job.event',
          level: 'info',
          data: {},
          type: 'message',
          ...event,
        }));
        sendJson(response, 200, { object: 'list', data: data.reverse(), has_more: false });
      } else if (action === 'cancel') {
        job.ahead = [];
        job.body.status = 'cancelled';
        tell(job, 'The job was cancelled');
        sendJson(response, 200, job.body);
      } else {
        moveOn(job);
        sendJson(response, 200, job.body);
      }
      return true;
    },
  };
}
