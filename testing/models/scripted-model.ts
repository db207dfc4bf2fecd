import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createScriptedFineTunes, type ScriptedFineTunes } from '../scripted-finetunes.ts';
import { reasonableAnswer } from './scripted-model-behaviour.ts';
import { base64Vector, scriptedVector } from './scripted-model-embeddings.ts';
import {
  type ChatRequest,
  chatRequestSchema,
  embeddingsRequestSchema,
  FAULTS,
  type Fault,
  type ScriptedAnswer,
  type ScriptFunction,
} from './scripted-model-types.ts';
import { replaceByFault, sendError, sendJson, sendStream, sendWhole } from './scripted-model-wire.ts';

export type { Fault, ScriptedAnswer } from './scripted-model-types.ts';
export { FAULTS, messageText } from './scripted-model-types.ts';

export interface ScriptedModelOptions {
  /** A queue is strict: a request after its last answer gets a 500 and counts as unexpected. */
  script?: ScriptFunction | ScriptedAnswer[];
  /** Default 0: a free one. */
  port?: number;
  /** Befalls every chat request whose scripted answer names none. */
  fault?: Fault;
}

export interface ScriptedModel {
  /** With /v1: what OPENAI_BASE_URL wants. */
  url: string;
  /** Every chat request so far, in order. */
  requests: ChatRequest[];
  /** Requests that the script had no answer for, and bodies that don't fit the API. */
  unexpected: unknown[];
  /** Files and fine-tuning jobs. */
  fineTunes: ScriptedFineTunes;
  setFault(fault: Fault | undefined): void;
  setScript(script: ScriptedModelOptions['script']): void;
  /** Ends hanging responses too. */
  close(): Promise<void>;
}

const MODEL = 'scripted-model';
const LARGEST_BODY = 4_000_000;

async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > LARGEST_BODY) throw new Error('The request is too large.');
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

/** Starts an OpenAI-compatible server on loopback whose model does what the script says. The caller closes it. */
export async function startScriptedModel(options: ScriptedModelOptions = {}): Promise<ScriptedModel> {
  const requests: ChatRequest[] = [];
  const unexpected: unknown[] = [];
  const fineTunes = createScriptedFineTunes();
  let script = options.script;
  let fault = options.fault;

  const answerTo = (request: ChatRequest, n: number): ScriptedAnswer | undefined => {
    if (Array.isArray(script)) return script.shift();
    return script?.(request, n) ?? reasonableAnswer(request);
  };

  async function chat(body: unknown, response: ServerResponse): Promise<void> {
    const parsed = chatRequestSchema.safeParse(body);
    if (!parsed.success) {
      unexpected.push(parsed.error.issues);
      return sendError(response, 400, 'invalid_request_error');
    }
    const request = parsed.data;
    const answer = answerTo(request, requests.push(request) - 1);
    if (!answer) {
      unexpected.push(request);
      return sendError(response, 500, 'unscripted');
    }
    if (answer.delayMs) await sleep(answer.delayMs);
    const faulty = { ...answer, ...((answer.fault ?? fault) ? { fault: answer.fault ?? fault } : {}) };
    if (replaceByFault(response, faulty.fault)) return;
    if (request.stream) sendStream(response, request, faulty);
    else sendWhole(response, request, faulty);
  }

  function embeddings(body: unknown, response: ServerResponse): void {
    const parsed = embeddingsRequestSchema.safeParse(body);
    if (!parsed.success) {
      sendError(response, 400, 'invalid_request_error');
      return;
    }
    if (replaceByFault(response, fault)) return;
    const { input, encoding_format, dimensions, model } = parsed.data;
    const vectors = [input].flat().map((text) => scriptedVector(text, dimensions));
    const data = vectors.map((vector, index) => ({
      object: 'embedding',
      index,
      embedding: encoding_format === 'base64' ? base64Vector(vector) : vector,
    }));
    sendJson(response, 200, {
      object: 'list',
      data,
      model,
      usage: { prompt_tokens: data.length, total_tokens: data.length },
    });
  }

  const server = createServer(async (request, response) => {
    try {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const path = `${request.method} ${url.pathname}`;
      if (await fineTunes.handle(path, url, request, response)) return;
      if (path === 'POST /v1/chat/completions') await chat(await readJson(request), response);
      else if (path === 'POST /v1/embeddings') embeddings(await readJson(request), response);
      else if (path === 'GET /v1/models')
        sendJson(response, 200, {
          object: 'list',
          data: [{ id: MODEL, object: 'model', created: 0, owned_by: 'testing' }],
        });
      else sendError(response, 404, 'unknown_url');
    } catch (error) {
      unexpected.push(error);
      if (!response.headersSent) sendError(response, 400, 'invalid_request_error');
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    unexpected,
    fineTunes,
    setFault(next) {
      fault = next;
    },
    setScript(next) {
      script = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { port: { type: 'string' }, fault: { type: 'string' } } });
  const fault = FAULTS.find((name) => name === values.fault);
  if (values.fault !== undefined && !fault) {
    console.error(`Unknown fault ${values.fault}. One of: ${FAULTS.join(', ')}`);
    process.exit(2);
  }
  const model = await startScriptedModel({ port: Number(values.port ?? 4010), ...(fault ? { fault } : {}) });
  console.log(
    `OPENAI_BASE_URL=${model.url} OPENAI_API_KEY=scripted OPENAI_MODEL=${MODEL}${fault ? `  (fault: ${fault})` : ''}`,
  );
}
