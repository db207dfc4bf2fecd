import type { Keep } from './looks.ts';
import { REST, type Studio, WORDS } from './studio.ts';

const PAGES = [
  'desk-replies',
  'desk-changes',
  'desk-rules',
  'insights',
  ...['documents', 'faqs', 'terms', 'search', 'gaps', 'conflicts', 'upkeep'].map((name) => `knowledge/${name}`),
  'qa/labels',
  'qa/datasets',
  'qa/models',
  'qa/cases',
  'qa',
  'staff',
  'audit',
  ...['shop', 'widget', 'handoff', 'recommendation', 'prices', 'environment'].map((name) => `settings/${name}`),
];

/** Goes through every page in one look; the README takes four of them. */
export async function tour(studio: Studio, keep: Keep): Promise<void> {
  const words = WORDS[studio.look.language];
  const shop = await studio.chat();
  await keep(shop, 'chat');
  await studio.say(shop, words.person);
  await keep(shop, 'waiting');
  const desk = await studio.signIn();
  await keep(desk, 'inbox');
  await studio.serve(desk);
  await keep(desk, 'desk');
  for (const path of PAGES) {
    await desk.goto(`${studio.program.url}/console/${path}`);
    await desk.waitForTimeout(REST);
    if (path === 'knowledge/search') {
      await desk.locator('.search-form input[type=search]').fill(words.search);
      await desk.keyboard.press('Enter');
      await desk.locator('.passage').first().waitFor();
      await desk.waitForTimeout(REST);
    }
    await keep(desk, path.replace(/^(knowledge|qa)\//, '').replace('/', '-'));
  }
  await keep(await studio.document(desk), 'document');
  await keep(await studio.change(), 'change');
}
