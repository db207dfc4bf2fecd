import { expect, it } from 'vitest';
import { correctedAddress } from './corrected-address.ts';
import { readCorrection } from './correction.ts';

const corrected = (address: unknown, text: string) => {
  const correction = readCorrection(text);
  return correction && correctedAddress({ address }, correction);
};

it('puts the right house or street in the place of the wrong one, and leaves the rest of the address', () => {
  expect(corrected('解放路8号3单元', '不是8号，是18号')).toBe('解放路18号3单元');
  expect(corrected({ line: '8 Rope Walk', city: 'Bath' }, 'no, not 8, 18')).toBe('18 Rope Walk');
  expect(corrected('8 Rope Walk, Bath', 'not Rope Walk, Mill Walk')).toBe('8 Mill Walk, Bath');
  expect(corrected('8 Rope Walk, Bath', 'sorry, wrong, number 18')).toBe('18 Rope Walk, Bath');
});

it('changes nothing where what is wrong is not in it, is part of another number, or may be either of two', () => {
  expect(corrected('解放路8号', '不是28号，是18号')).toBeUndefined();
  expect(corrected('108 Rope Walk', 'not 8, 18')).toBeUndefined();
  expect(corrected('8 Rope Walk, Flat 2', 'no, number 18')).toBeUndefined();
  expect(corrected(undefined, 'not 8, 18')).toBeUndefined();
});
