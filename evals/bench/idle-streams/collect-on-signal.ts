import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Loaded into the measured program by `--import`: it collects its garbage when it gets SIGUSR2. */
setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');
process.on('SIGUSR2', () => {
  // What only a finalizer held goes with the second.
  if (typeof collect === 'function') for (let i = 0; i < 2; i++) collect();
});
