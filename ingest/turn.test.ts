import { expect, it } from 'vitest';
import { turnOf } from './turn.ts';

const KB = 1024;
const now = Date.UTC(2026, 4, 4, 12);
const inTurn = (files: Array<{ name: string; kb: number; at: number }>) =>
  files
    .map(({ name, kb, at }) => ({ name, turn: turnOf({ bytes: kb * KB, now: now + at * 1000 }) }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ name }) => name);

it('lets the large ones of files handed in together begin first', () => {
  const files = [
    { name: 'leaflet', kb: 80, at: 0 },
    { name: 'note', kb: 2, at: 1 },
    { name: 'handbook', kb: 4_000, at: 2 },
    { name: 'catalogue', kb: 900, at: 2 },
  ];
  expect(inTurn(files)).toEqual(['handbook', 'catalogue', 'leaflet', 'note']);
});

it('lets nothing overtake what was handed in more than a minute before', () => {
  const files = [
    { name: 'handbook', kb: 40_000, at: 75 },
    { name: 'note', kb: 2, at: 0 },
  ];
  expect(inTurn(files)).toEqual(['note', 'handbook']);
});

it('stays within what the queue takes', () => {
  for (let day = 0; day < 600; day++) {
    const turn = turnOf({ bytes: day * KB, now: now + day * 86_400_000 });
    expect(turn).toBeGreaterThanOrEqual(1);
    expect(turn).toBeLessThanOrEqual(2_097_151);
  }
});
