import pg from 'pg';

/**
 * A PostgreSQL client whose lost connection fails its queries and nothing else. A plain one that is checked out of a
 * pool when the server goes away emits an error that nobody listens to, which would end the process.
 */
export class SteadyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
