import { expect, it } from 'vitest';
import { createStoreFaults, type Remedy } from './store-faults.ts';

const remedies = (fault: 'lost' | 'slow', times: number): Remedy[] => {
  const faults = createStoreFaults();
  return Array.from({ length: times }, () => faults.add(fault));
};

it('restarts a store that is lost, then gives it an empty folder, and again after ten more', () => {
  const wait = (times: number): Remedy[] => Array.from({ length: times }, () => 'wait');
  expect(remedies('lost', 13)).toEqual(['wait', 'restart', 'renew', ...wait(9), 'renew']);
});

it('is patient with one that lives and is slow, not for ever', () => {
  expect(remedies('slow', 9)).toEqual([...Array.from({ length: 7 }, () => 'wait'), 'restart', 'renew']);
});

it('begins anew once the store was as it should be', () => {
  const faults = createStoreFaults();
  faults.add('lost');
  faults.add('slow');
  faults.clear();
  expect([faults.count(), faults.isSlow(), faults.add('lost')]).toEqual([0, false, 'wait']);
});
