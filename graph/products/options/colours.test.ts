import { expect, it } from 'vitest';
import { isColourAlone } from './colours.ts';

it.each(['in red?', 'the blue one then', 'do you have black', '有红的吗', '那蓝色的', '有没有白色的'])(
  'a colour and nothing else: %s',
  (text) => {
    expect(isColourAlone(text)).toBe(true);
  },
);

it.each(['the red helmet', '红色的头盔', 'how much is it', 'does it come in white', '有货吗', 'Bluetooth?'])(
  'more or something else: %s',
  (text) => {
    expect(isColourAlone(text)).toBe(false);
  },
);
