import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findChromium } from '../testing/optional-servers.ts';
import { startProgram } from '../testing/programs/program.ts';
import { CHROMIUM_FLAGS } from '../testing/programs/program-in-browser.ts';
import { shopWithApprovals } from '../testing/shop-with-approvals.ts';
import { buildWeb } from './build-web.ts';
import { EVERY_LOOK, type Keep, type Look, nameOf, WIDE } from './screenshots/looks.ts';
import { states } from './screenshots/states.ts';
import { Studio } from './screenshots/studio.ts';
import { tour } from './screenshots/tour.ts';

/**
 * Photographs the program, freshly started with the sample shop, for the README: `node scripts/screenshots.ts`.
 * With `--every FOLDER` instead, to be looked at: every page, and every state of a change, Chinese and English, light
 * and dark, wide and narrow; `--look en-390-light` (or a part of it, as `zh` or `390`) takes only the looks whose name
 * has it, `--only states` or `--only pages` one half.
 */

const IMAGES = join(import.meta.dirname, '../docs/images');
/** The README's pictures by what they show. */
const README: Record<string, string> = { chat: 'chat', change: 'change', desk: 'console', search: 'bench' };

const keepIn =
  (folder: string, named: (name: string) => string | undefined): Keep =>
  async (of, name) => {
    const file = named(name);
    if (file === undefined) return;
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${file}.png`), await of.screenshot({ animations: 'disabled' }));
    console.log(join(folder, `${file}.png`));
  };

const { values } = parseArgs({
  options: { every: { type: 'string' }, look: { type: 'string', default: '' }, only: { type: 'string' } },
});
const executablePath = findChromium();
if (!executablePath) throw new Error('No Chromium: install it, or name it in CHROMIUM_PATH');
await buildWeb();
const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });

/** A fresh program for `looks`, each with a browser's profile of its own. */
async function shoot(
  looks: Look[],
  options: Parameters<typeof startProgram>[0],
  work: (studio: Studio, look: Look) => Promise<void>,
): Promise<void> {
  const program = await startProgram(options);
  try {
    for (const look of looks) {
      const context = await browser.newContext({
        locale: look.language === 'zh' ? 'zh-CN' : 'en-GB',
        colorScheme: look.theme,
        viewport: look.size,
      });
      await work(new Studio(program, context, look), look);
      await context.close();
    }
  } finally {
    await program.close();
  }
}

try {
  const { every, only } = values;
  if (every === undefined) {
    const looks = (['zh', 'en'] as const).map((language): Look => ({ language, theme: 'light', size: WIDE }));
    await shoot(looks, {}, (studio, { language }) =>
      tour(
        studio,
        keepIn(IMAGES, (name) => README[name] && `${README[name]}-${language}`),
      ),
    );
  } else {
    const looks = EVERY_LOOK.filter((look) => nameOf(look).includes(values.look));
    const keep = (look: Look) => keepIn(every, (name) => `${name}-${nameOf(look)}`);
    if (only !== 'states') await shoot(looks, {}, (studio, look) => tour(studio, keep(look)));
    if (only !== 'pages') {
      const shopDir = await shopWithApprovals();
      // Orders are used up: each look has a program of its own.
      for (const look of looks)
        await shoot([look], { shopDir, waitForKnowledge: false }, (studio) => states(studio, keep(look)));
      await rm(shopDir, { recursive: true, force: true });
    }
  }
} finally {
  await browser.close();
}
