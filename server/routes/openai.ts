import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { notFound } from '../../config/errors.ts';
import type { ConversationService, TurnService } from '../../conversations/ports.ts';
import type { Metrics } from '../metrics.ts';
import { submitNamed } from '../openai-conversation.ts';
import { callerOf } from '../plugins/authentication.ts';
import { createErrorHandler, createUnknownHandler, type ProblemWriter } from '../plugins/problem-details.ts';
import { faultAt, type Problem } from '../problem.ts';
import {
  type CompletionRequest,
  completionHeadersSchema,
  completionModelSchema,
  completionRequestSchema,
  completionSchema,
  idSchema,
  modelListSchema,
} from '../schemas.ts';
import { completionFrames, completionOf, MODEL } from '../streams/openai-stream.ts';

const tags = ['OpenAI-compatible'];
const security = [{ bearer: [] }];
/** When the model, that is this service, came into being: 2026-11-01. */
const CREATED = 1_793_491_200;
const THE_MODEL = { id: MODEL, object: 'model' as const, created: CREATED, owned_by: 'kefu' };

export interface OpenAiRoutesOptions {
  turns: Pick<TurnService, 'submit'>;
  conversations: Pick<ConversationService, 'continued'>;
  metrics: Pick<Metrics, 'error'>;
}

/** Under /v1: for any OpenAI client, with a customer's or visitor's token as its key. */
export const openAiRoutes: FastifyPluginAsyncZod<OpenAiRoutesOptions> = async (
  app,
  { turns, conversations, metrics },
) => {
  app.setErrorHandler(createErrorHandler(metrics, writeOpenAiError));
  app.setNotFoundHandler(createUnknownHandler(writeOpenAiError));
  app.addHook('onRequest', app.requireCaller);

  app.get(
    '/models',
    { schema: { tags, summary: 'The one model', security, response: { 200: modelListSchema } } },
    async () => ({ object: 'list' as const, data: [THE_MODEL] }),
  );

  app.get(
    '/models/:model',
    {
      schema: {
        tags,
        summary: 'The model by its name',
        security,
        params: z.object({ model: idSchema }),
        response: { 200: completionModelSchema },
      },
    },
    async ({ params }) => {
      if (params.model !== MODEL) throw notFound('model');
      return THE_MODEL;
    },
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
          'whose history lives here. Without a name the caller’s own conversation goes on that ended with the last ' +
          'assistant message of the request; else a new one begins. The extra field `kefu` has route, citations, cards and the conversation’s id.',
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
      const caller = callerOf(request);
      const named = request.headers['x-conversation-id'] ?? user;
      const before = named === undefined ? replyBefore(request.body.messages) : undefined;
      const continued = before === undefined ? undefined : await conversations.continued(caller, before);
      const handle = await app.admit(() =>
        submitNamed(turns, {
          caller,
          text: prompt,
          messageId: request.headers['idempotency-key'],
          conversationId: request.headers['x-conversation-id'] ?? continued,
          user,
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

type Message = CompletionRequest['messages'][number];

const textOf = (message: Message | undefined): string => {
  const content = message?.content ?? '';
  return typeof content === 'string' ? content : content.flatMap((part) => part.text ?? []).join('\n');
};

/** What the customer answers: the assistant's message right before theirs. */
function replyBefore(messages: Message[]): string | undefined {
  const said = messages.filter(({ role }) => role === 'user' || role === 'assistant');
  const before = said[said.findLastIndex(({ role }) => role === 'user') - 1];
  const text = before?.role === 'assistant' ? textOf(before).trim() : '';
  return text === '' ? undefined : text;
}

function lastUserText(messages: Message[]): string {
  const text = textOf(messages.findLast(({ role }) => role === 'user'));
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
