import { expect, it } from 'vitest';
import type { Hit } from '../../../knowledge/types.ts';
import { slotsSchema } from '../../../understanding/types.ts';
import { ofTheFaultyThing } from './of-the-faulty-thing.ts';

const hit = (text: string, evidence: number) => ({ title: 'T', heading: null, text, evidence }) as unknown as Hit;
const boots = hit('Leaking boots are sent to the workshop.', 0.9);
const taps = hit('When a tap drips, change the washer.', 0.5);

const left = (hits: Hit[], intent = 'troubleshooting', score = 1) =>
  ofTheFaultyThing(
    { hits, evidence: 0.9, degraded: false },
    {
      ...{ text: 'my tap is leaking', intent },
      slots: slotsSchema.parse({ categories: [{ category: 'Taps', productIds: ['t1'], score }] }),
    },
  );

it('leaves out what is said of a fault of other things where a passage speaks of the one named', () => {
  expect(left([boots, taps])).toMatchObject({ hits: [taps], evidence: 0.5 });
  expect(left([boots])).toMatchObject({ hits: [boots], evidence: 0.9 });
  expect(left([boots, taps], 'return_policy').hits).toEqual([boots, taps]);
  // A kind that only shares a word with the message is not named by it.
  expect(left([boots, taps], 'troubleshooting', 0.8).hits).toEqual([boots, taps]);
});
