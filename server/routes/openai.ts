import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { TurnService } from '../../conversations/ports.ts';
import type { Metrics } from '../metrics.ts';
import { submitNamed } from '../openai-conversation.ts';
import { callerOf } from '../plugins/authentication.ts';
import { createErrorHandler, createUnknownHandler, type ProblemWriter } from '../plugins/problem-details.ts';
import { faultAt, type Problem } from '../problem.ts';
import {
  type CompletionRequest,
  completionHeadersSchema,
  completionRequestSchema,
  completionSchema,
  modelListSchema,
} from '../schemas.ts';
import { completionFrames, completionOf, MODEL } from '../streams/openai-stream.ts';

const tags = ['OpenAI-compatible'];
const security = [{ bearer: [] }];
/** When the model, that is this service, came into being: 2026-11-01. */
const CREATED = 1_793_491_200;

export interface OpenAiRoutesOptions {
  turns: Pick<TurnService, 'submit'>;
  metrics: Pick<Metrics, 'error'>;
}

/** Under /v1: for any OpenAI client, with a customer's or visitor's token as its key. */
export const openAiRoutes: FastifyPluginAsyncZod<OpenAiRoutesOptions> = async (app, { turns, metrics }) => {
  app.setErrorHandler(createErrorHandler(metrics, writeOpenAiError));
  app.setNotFoundHandler(createUnknownHandler(writeOpenAiError));
  app.addHook('onRequest', app.requireCaller);

  app.get(
    '/models',
    { schema: { tags, summary: 'The one model', security, response: { 200: modelListSchema } } },
    async () => ({
      object: 'list' as const,
      data: [{ id: MODEL, object: 'model' as const, created: CREATED, owned_by: 'kefu' }],
    }),
  );

  app.post(
    '/chat/completions',
    {
      preHandler: app.limits.chat,
      schema: {
        tags,
        summary: 'A turn in OpenAI’s format, streamed or not',
        description:
          'Only the last user message is read; `user` or the header `x-conversation-id` names the conversation, ' +
          'whose history lives here. The extra field `kefu` has route, citations, cards and the conversation’s id.',
        security,
        headers: completionHeadersSchema,
        body: completionRequestSchema,
        response: { 200: completionSchema },
        'x-event-stream': true,
        'x-problems': [404, 429, 503],
      },
    },
    async (request, reply) => {
      const { stream, stream_options, user } = request.body;
      const prompt = lastUserText(request.body.messages);
      const handle = await app.admit(() =>
        submitNamed(turns, {
          caller: callerOf(request),
          text: prompt,
          messageId: request.headers['idempotency-key'],
          conversationId: request.headers['x-conversation-id'],
          user: user ?? undefined,
          channel: 'openai',
        }),
      );
      handle.result.catch(() => undefined);
      reply.header('x-conversation-id', handle.conversationId);
      const context = { handle, prompt, includeUsage: stream_options?.include_usage ?? false };
      if (!stream) return completionOf(await handle.result, context);
      await app.stream(reply, (signal) => completionFrames(context, signal));
      return reply;
    },
  );
};

function lastUserText(messages: CompletionRequest['messages']): string {
  const content = messages.findLast(({ role }) => role === 'user')?.content ?? '';
  const text = typeof content === 'string' ? content : content.flatMap((part) => part.text ?? []).join('\n');
  if (text.trim() !== '') return text;
  throw faultAt(['body', 'messages'], 'a user message with text is needed');
}

const writeOpenAiError: ProblemWriter = (problem) => ({
  type: 'application/json; charset=utf-8',
  body: {
    error: {
      message: problem.detail,
      type: errorType(problem),
      param: problem.errors?.[0]?.path.replace(/^body\./, '') ?? null,
      code: problem.status === 401 ? 'invalid_api_key' : problem.code,
    },
  },
});

function errorType({ status }: Problem): string {
  if (status === 401) return 'authentication_error';
  if (status === 403) return 'permission_error';
  if (status === 429) return 'rate_limit_error';
  return status >= 500 ? 'server_error' : 'invalid_request_error';
}
