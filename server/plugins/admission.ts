import fp from 'fastify-plugin';
import { tooMany } from '../../config/errors.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Runs the opening of a turn, or refuses it at once: a crowd gets a quick 429, never an endless queue. */
    admit<T>(open: () => Promise<T>): Promise<T>;
  }
}

const RETRY_AFTER_S = 1;

export const admission = fp<{ limit: number }>(
  async (app, { limit }) => {
    let opening = 0;
    app.decorate('admit', async <T>(open: () => Promise<T>): Promise<T> => {
      if (opening >= limit) throw tooMany('Too many messages arrive at this moment; try again shortly.', RETRY_AFTER_S);
      opening += 1;
      try {
        return await open();
      } finally {
        opening -= 1;
      }
    });
  },
  { name: 'admission' },
);
