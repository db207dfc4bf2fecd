import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type DeskFixture, openDeskFixture } from '../../testing/desk-fixture.ts';
import type { Script } from '../../testing/scripted-runner.ts';

let fixture: DeskFixture;
beforeAll(async () => {
  fixture = await openDeskFixture();
});
afterEach(() => fixture.closeProcesses());
afterAll(() => fixture.database.close());

const script: Script = ({ input: { text } }) => {
  switch (text) {
    case 'Return the blue lamp':
      return { result: { text: 'That needs 3 days.', route: 'order', cards: [{ type: 'products', products: [] }] } };
    case 'no':
      return {
        result: { text: 'Nothing was changed.', route: 'order' },
        trace: [{ step: 'settle', atMs: 1, data: {} }],
      };
    default:
      return { result: { text: 'I do not know.', route: 'knowledge' }, trace: [{ step: 'search', atMs: 1, data: {} }] };
  }
};

it('tells what the bot answered and what it found nothing for, and takes no yes or no for a question', async () => {
  const { say, desk, conversations } = await fixture.start(script);
  const id = 'tried-before';
  for (const text of ['Return the blue lamp', 'no', 'Who made its shade?']) await say(id, text);
  await conversations.handoff.request(fixture.caller, id);
  expect((await desk.open(id)).tried.map(({ question, outcome }) => [question, outcome])).toEqual([
    ['Return the blue lamp', 'answered'],
    ['Who made its shade?', 'unanswered'],
  ]);
});
