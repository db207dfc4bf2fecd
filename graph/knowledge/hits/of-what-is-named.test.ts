import { expect, it } from 'vitest';
import type { Hit } from '../../../knowledge/types.ts';
import { ofWhatIsNamed } from './of-what-is-named.ts';

const hit = (documentId: string, kind: Hit['kind'], evidence: number) => ({ documentId, kind, evidence }) as Hit;
const beans = hit('beans', 'product', 0.9);
const manual = hit('manual', 'document', 0.6);
const grinder = hit('grinder', 'product', 0.5);
const found = { hits: [beans, manual, grinder], evidence: 0.9, degraded: false };

it('leaves out products beside the one that is named, and what they proved', () => {
  expect(ofWhatIsNamed(found, ['grinder'])).toEqual({ hits: [manual, grinder], evidence: 0.6, degraded: false });
});

it('leaves all where nothing is named, it was not found, or the best is of it', () => {
  for (const named of [[], ['kettle'], ['beans']]) expect(ofWhatIsNamed(found, named)).toBe(found);
  expect(ofWhatIsNamed({ ...found, hits: [manual, beans, grinder] }, ['grinder']).hits).toHaveLength(3);
});
