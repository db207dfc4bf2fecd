import { expect, it } from 'vitest';
import { pattern } from './pattern.ts';

const HELLO = /hello|hi/i;
const THING = /cups?|mugs?/i;

it('reads its pieces one after the other, each as a whole, with the flags that all of them have', () => {
  const asks = pattern`^${HELLO}?\W*any ${THING}\b`;
  expect(['HI, any mugs?', 'any cup', 'hello', 'any mugshot'].map((text) => asks.test(text))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it('takes no piece whose flags the others lack', () => {
  expect(() => pattern`${HELLO} ${/cup/}`).toThrow(TypeError);
});
