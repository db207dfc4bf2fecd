import type { ServerResponse } from 'node:http';
import type { ChatRequest, Fault, ScriptedAnswer } from './scripted-model-types.ts';

type ToolCall = { id: string; type: 'function'; function: { name: string; arguments: string } };

const PIECES = /[\s\S]{1,6}/gu;
const PAGE =
  '<!doctype html><html><head><title>Sign in</title></head><body><h1>Sign in to the network</h1></body></html>';

const toolCallsOf = (answer: ScriptedAnswer): ToolCall[] =>
  (answer.toolCalls ?? []).map((call, i) => ({
    id: `call_${i}`,
    type: 'function',
    function: { name: call.name, arguments: typeof call.args === 'string' ? call.args : JSON.stringify(call.args) },
  }));

const textOf = (answer: ScriptedAnswer): string =>
  answer.json === undefined ? (answer.text ?? '') : JSON.stringify(answer.json);

const finishOf = (answer: ScriptedAnswer) => answer.finishReason ?? (answer.toolCalls?.length ? 'tool_calls' : 'stop');

const usageOf = (request: ChatRequest, text: string) => {
  const prompt = Math.ceil(JSON.stringify(request.messages).length / 4);
  const completion = Math.ceil(text.length / 4);
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
};

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

export const sendError = (response: ServerResponse, status: number, code: string, headers?: Record<string, string>) =>
  sendJson(response, status, { error: { message: `scripted: ${code}`, type: code, param: null, code } }, headers);

/** Faults that replace the whole answer. True: one did, and the response is dealt with (or left hanging). */
export function replaceByFault(response: ServerResponse, fault: Fault | undefined): boolean {
  if (fault === '429') sendError(response, 429, 'rate_limit_exceeded', { 'retry-after': '7' });
  else if (fault === '500') sendError(response, 500, 'server_error');
  else if (fault === 'html') response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
  else return fault === 'hang-before-first-token';
  return true;
}

/** chat.completion.chunk events as OpenAI sends them: role, content or tool_calls deltas, finish_reason, usage, [DONE]. */
export function sendStream(response: ServerResponse, request: ChatRequest, answer: ScriptedAnswer): void {
  const text = textOf(answer);
  const base = {
    id: 'chatcmpl-scripted',
    object: 'chat.completion.chunk',
    created: 1_790_000_000,
    model: request.model,
  };
  const chunk = (delta: Record<string, unknown>, finish: string | null = null) =>
    `data: ${JSON.stringify({ ...base, choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }] })}\n\n`;
  const deltas = (text.match(PIECES) ?? []).map((content) => chunk({ content }));
  toolCallsOf(answer).forEach((call, index) => {
    deltas.push(chunk({ tool_calls: [{ index, ...call, function: { name: call.function.name, arguments: '' } }] }));
    for (const piece of call.function.arguments.match(PIECES) ?? [])
      deltas.push(chunk({ tool_calls: [{ index, function: { arguments: piece } }] }));
  });

  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' });
  response.write(chunk({ role: 'assistant', content: '' }));
  const half = Math.max(1, Math.ceil(deltas.length * 0.7));
  switch (answer.fault) {
    case 'hang-after-first-token':
      return void response.write(deltas.slice(0, half).join(''));
    case 'cut-stream':
      return void response.write(deltas.slice(0, half).join(''), () => setTimeout(() => response.destroy(), 5));
    case 'cut-clean':
      return void response.end(deltas.slice(0, half).join(''));
    case 'flood':
      return void flood(response, deltas.join('') || chunk({ content: '!' }));
    case 'garbage':
      return void response.end(
        `${deltas.slice(0, half).join('')}data: {"choices":[{"delta":{"content":"\n\ndata: ]]<>\n\n`,
      );
    default:
  }
  for (const delta of deltas) response.write(delta);
  response.write(chunk({}, finishOf(answer)));
  if (request.stream_options?.include_usage)
    response.write(`data: ${JSON.stringify({ ...base, choices: [], usage: usageOf(request, text) })}\n\n`);
  response.end('data: [DONE]\n\n');
}

/** Writes as fast as it is read. Ends when the client goes. */
function flood(response: ServerResponse, piece: string): void {
  const pour = () => {
    for (let free = true; free && !response.destroyed; ) free = response.write(piece);
  };
  response.on('drain', pour);
  pour();
}

/** The same answer as one chat.completion object. */
export function sendWhole(response: ServerResponse, request: ChatRequest, answer: ScriptedAnswer): void {
  const text = textOf(answer);
  const toolCalls = toolCallsOf(answer);
  const message = {
    role: 'assistant',
    content: text === '' && toolCalls.length > 0 ? null : text,
    refusal: null,
    ...(toolCalls.length > 0 ? { tool_calls: toolCalls } : {}),
  };
  const finish = answer.fault === 'cut-clean' ? null : finishOf(answer);
  const body = JSON.stringify({
    id: 'chatcmpl-scripted',
    object: 'chat.completion',
    created: 1_790_000_000,
    model: request.model,
    choices: [{ index: 0, message, logprobs: null, finish_reason: finish }],
    usage: usageOf(request, text),
  });
  response.writeHead(200, { 'content-type': 'application/json' });
  const half = body.slice(0, body.length / 2);
  if (answer.fault === 'hang-after-first-token') response.write(half);
  else if (answer.fault === 'cut-stream') response.write(half, () => setTimeout(() => response.destroy(), 5));
  else response.end(answer.fault === 'garbage' ? half : body);
}
