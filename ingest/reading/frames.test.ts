import { expect, it } from 'vitest';
import { createFrameReader, frame, MESSAGE, SEGMENT } from './frames.ts';

it('puts frames together however they were cut', () => {
  const wire = Buffer.concat([frame(MESSAGE, '{"page":1}'), frame(SEGMENT, '退货'.repeat(500)), frame(MESSAGE, '')]);
  for (const step of [1, 4, 7, 1000, wire.length]) {
    const seen: Array<[number, string]> = [];
    const read = createFrameReader(10_000, (kind, text) => seen.push([kind, text]));
    for (let at = 0; at < wire.length; at += step) read(wire.subarray(at, at + step));
    expect(seen).toEqual([
      [MESSAGE, '{"page":1}'],
      [SEGMENT, '退货'.repeat(500)],
      [MESSAGE, ''],
    ]);
  }
});

it('refuses a frame that is longer than allowed', () => {
  const read = createFrameReader(10, () => undefined);
  expect(() => read(frame(MESSAGE, 'x'.repeat(11)))).toThrow(RangeError);
});
