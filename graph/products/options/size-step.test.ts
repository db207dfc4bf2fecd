import { expect, it } from 'vitest';
import { nextSize, sizeWay } from './size-step.ts';

const variant = (id: string, options: Record<string, string>) => ({ id, options, price: 20, stock: 5 });
const shirts = [
  variant('s-red', { size: 'S', colour: 'red' }),
  variant('m-red', { size: 'M', colour: 'red' }),
  variant('xl-red', { size: 'XL', colour: 'red' }),
  variant('l-blue', { size: 'L', colour: 'blue' }),
];

it('goes on to the next size that there is, all else alike', () => {
  expect(nextSize(shirts, shirts[1], 'bigger')?.id).toBe('xl-red');
  expect(nextSize(shirts, shirts[1], 'smaller')?.id).toBe('s-red');
  expect(nextSize(shirts, shirts[2], 'bigger')).toBeUndefined();
});

it('counts numbers, fractions and sizes with a unit', () => {
  const shoes = ['38', '40', '39'].map((size) => variant(size, { 尺码: size }));
  expect(nextSize(shoes, shoes[0], 'bigger')?.id).toBe('39');
  const cellos = ['1/2', '3/4', '4/4'].map((size) => variant(size, { size }));
  expect(nextSize(cellos, cellos[1], 'bigger')?.id).toBe('4/4');
  const colours = ['red', 'blue'].map((colour) => variant(colour, { colour }));
  expect(nextSize(colours, colours[0], 'bigger')).toBeUndefined();
});

it.each([
  ['鞋买小了，想换一双', 'bigger'],
  ['换大一码', 'bigger'],
  ['these are too big, can I swap them', 'smaller'],
  ['one size up please', 'bigger'],
  ['换成黑色', undefined],
])('%s', (text, way) => {
  expect(sizeWay(text)).toBe(way);
});
