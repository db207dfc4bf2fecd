import { expect, it } from 'vitest';
import { tellsNothingAsked } from './tells-nothing-asked.ts';

const lamp = { title: 'Reading Lamp', text: 'A lamp of brushed brass with a linen shade. Price: 80 EUR.' };

it.each(['is the reading lamp vegan', 'is the reading lamp dishwasher safe'])('of the name alone: %s', (question) =>
  expect(tellsNothingAsked(question, lamp, [lamp.title])).toBe(true),
);
it.each(['is the reading lamp made of brass', 'tell me about the reading lamp', '台灯'])(
  'something asked: %s',
  (question) => expect(tellsNothingAsked(question, lamp, [lamp.title])).toBe(false),
);

it('an accessory that is called by what is asked tells of it', () => {
  const bulb = { title: 'Reading Lamp Bulb', text: 'A spare bulb. Price: 4 EUR.' };
  expect(tellsNothingAsked('does the reading lamp need bulbs', bulb, ['Reading Lamp'])).toBe(false);
});
