import { expect, it } from 'vitest';
import { shortOfSpace } from './short-of-space.ts';

const disk = (mb: number) => async () => ({ bavail: mb * 256, bsize: 4_096 });

it('names the disk and what is left on it, where that is little', async () => {
  expect(await shortOfSpace('/srv/kefu', disk(27))).toContain('The disk of /srv/kefu has 27 MB left');
  expect(await shortOfSpace('/srv/kefu', disk(5_000))).toBeUndefined();
  expect(await shortOfSpace('/there/is/no/such/folder')).toBeUndefined();
});
