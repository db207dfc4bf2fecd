import { expect, it } from 'vitest';
import { hashOn, hashStart, PieceCache } from './piece-cache.ts';

const hashOf = (piece: string): number =>
  [...piece].reduce((hash, letter) => hashOn(hash, letter.charCodeAt(0)), hashStart);

it('finds pieces in the middle of a text, long ones too, and begins anew when it is full', () => {
  const cache = new PieceCache<number>(3_000);
  const find = (piece: string) => cache.find(`- ${piece} -`, 2, 2 + piece.length, hashOf(piece));
  const pieces = Array.from({ length: 3_000 }, (_, i) => (i % 100 === 0 ? `an-unusually-long-piece-${i}` : `p${i}`));
  pieces.forEach((piece, i) => {
    cache.keep(piece, hashOf(piece), i);
  });
  expect(pieces.map(find)).toEqual(pieces.map((_, i) => i));
  expect([find('p'), find('p30000'), find('an-unusually-long-piece-1')]).toEqual([undefined, undefined, undefined]);
  cache.keep('one more', hashOf('one more'), 7);
  expect([find('one more'), find('p1'), find('an-unusually-long-piece-0')]).toEqual([7, undefined, undefined]);
});
