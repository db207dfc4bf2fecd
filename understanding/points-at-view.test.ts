import { expect, it } from 'vitest';
import { pointsAtView } from './points-at-view.ts';
import type { DialogueContext } from './types.ts';

const view = (given: Partial<DialogueContext>): DialogueContext => ({
  focusOrderIds: [],
  focusProductIds: [],
  pendingConfirmation: false,
  offeredHuman: false,
  fallbackLanguage: 'en',
  ...given,
});

it('a question that names nothing points at the one thing that is talked about', () => {
  const order = view({ lastRoute: 'order', focusOrderIds: ['A'], focusProductIds: ['P'] });
  expect(pointsAtView('when was it placed?', order)).toBe('order');
  expect(pointsAtView('who is it for?', view({ lastRoute: 'knowledge', focusProductIds: ['P'] }))).toBe('product');
  expect(pointsAtView('它是给谁用的?', view({ focusProductIds: ['P'] }))).toBe('product');
});

it('points at nothing where several things are in view, nothing is asked, or nothing is pointed at', () => {
  expect(pointsAtView('when was it placed?', view({ lastRoute: 'order', focusOrderIds: ['A', 'B'] }))).toBeUndefined();
  expect(pointsAtView('it rains', view({ focusProductIds: ['P'] }))).toBeUndefined();
  expect(pointsAtView('who won the game?', view({ focusProductIds: ['P'] }))).toBeUndefined();
});
