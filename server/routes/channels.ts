import type { FastifyPluginAsync } from 'fastify';
import type { ChannelService } from '../../channels/channel-service.ts';
import { badRequest } from '../../config/errors.ts';

const LONGEST_BODY = 64 * 1024;

/** Where channels' servers send what people write. Each proves itself by its signature, over the body as it came. */
export const channelRoutes: FastifyPluginAsync<{ channels: ChannelService }> = async (app, { channels }) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: LONGEST_BODY }, (_request, body, done) =>
    done(null, body),
  );
  app.route<{ Params: { name: string }; Querystring: Record<string, unknown> }>({
    method: ['GET', 'POST'],
    url: '/channels/:name',
    schema: { hide: true },
    async handler(request, reply) {
      const { body, headers, method, params } = request;
      if (body !== undefined && body !== null && typeof body !== 'string')
        throw badRequest('bad_body', 'The body could not be read.');
      const query = Object.fromEntries(
        Object.entries(request.query).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
      );
      const answer = await channels.receive(params.name, {
        method: method === 'GET' ? 'GET' : 'POST',
        query,
        headers,
        body: body ?? '',
      });
      return reply.code(answer.status).type(answer.type).send(answer.body);
    },
  });
};
