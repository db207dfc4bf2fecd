import fp from 'fastify-plugin';

/** Longest refused body that is read to its end, in bytes. */
const READ_OUT = 64 * 1024 * 1024;

/**
 * A body that is refused for its length is read out and thrown away. Fastify would close the connection at once, and
 * a client that is still sending sees a broken pipe instead of the answer. Longer bodies, and those that don't tell
 * their length, are cut off.
 */
export const unreadBodies = fp(
  async (app) => {
    app.addHook('onSend', async (request, reply) => {
      if (reply.statusCode !== 413 || reply.getHeader('connection') !== 'close') return;
      const length = Number(request.headers['content-length']);
      if (length <= READ_OUT) reply.removeHeader('connection');
    });
  },
  { name: 'unread-bodies' },
);
