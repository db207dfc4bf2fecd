import { expect, it } from 'vitest';
import { dialoguePatchSchema, readDialogue } from './dialogue.ts';

it('begins anew where nothing readable is stored', () => {
  const fresh = {
    focusOrderIds: [],
    focusProductIds: [],
    shownOrderIds: [],
    shownProductIds: [],
    knownOrderIds: [],
    offeredHuman: false,
    refusedHuman: false,
    clarifications: 0,
    insults: 0,
    open: null,
    draft: null,
    done: [],
    upNext: [],
  };
  expect(readDialogue({})).toEqual(fresh);
  expect(readDialogue({ focusOrderIds: 'none' })).toEqual(fresh);
});

it('lets a branch change one thing and keeps the rest', () => {
  expect(dialoguePatchSchema.parse({ focusOrderIds: ['A1'] })).toEqual({ focusOrderIds: ['A1'] });
  expect(dialoguePatchSchema.parse({})).toEqual({});
});
