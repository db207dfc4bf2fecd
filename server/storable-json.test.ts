import { expect, it } from 'vitest';
import { storableJson } from './storable-json.ts';

const roundTrip = (value: unknown): unknown => JSON.parse(storableJson(JSON.stringify(value)));

it('leaves out NUL and replaces halves of pairs, in names of fields too', () => {
  expect(roundTrip({ 'a\0b': ['c\0', { d: 'x\ud800y\udc00' }] })).toEqual({ ab: ['c', { d: 'x\ufffdy\ufffd' }] });
});

it('leaves everything else as it was sent', () => {
  const value = { text: '😀 \\u0000 \\\\ud800 C:\\users\\ud "quoted"\n', n: 1 };
  expect(roundTrip(value)).toEqual(value);
  expect(JSON.parse(storableJson('"\\ud83d\\ude00"'))).toBe('😀');
});
