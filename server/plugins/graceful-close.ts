import fp from 'fastify-plugin';

const SWEEP_MS = 50;
/** Longest wait for answers under way. */
const GRACE_MS = 5_000;

/**
 * Lets close() end. Node waits up to a minute for connections on which nothing was asked yet (browsers open some in
 * advance), so once the last answer is out, or the grace is over, all connections are cut.
 */
export const gracefulClose = fp(
  async (app) => {
    let underWay = 0;
    app.addHook('onRequest', async (_request, reply) => {
      underWay += 1;
      reply.raw.once('close', () => {
        underWay -= 1;
      });
    });
    app.addHook('preClose', async () => {
      await app.endStreams();
      if (!app.server.listening) return;
      const deadline = Date.now() + GRACE_MS;
      const sweep = setInterval(() => {
        if (underWay === 0 || Date.now() > deadline) app.server.closeAllConnections();
      }, SWEEP_MS);
      app.server.once('close', () => clearInterval(sweep));
    });
  },
  { name: 'graceful-close', dependencies: ['open-streams'] },
);
