import axe from 'axe-core';
import type { Page } from 'playwright-core';

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const HEIGHT = 820;

/** How a page is looked at: on a screen or a phone, by day or by night. */
export interface View {
  width: number;
  colorScheme: 'light' | 'dark';
}

/** One line for each element of the page, as it is now, that breaks a rule. */
async function violations(page: Page): Promise<string[]> {
  const options = { runOnly: STANDARD, resultTypes: ['violations'], preload: false };
  // Only lines leave the page: the whole result is megabytes.
  return page.evaluate<string[]>(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any, all, none }) =>
        id + ' at ' + target.flat().join(' ') + ': ' + ([...any, ...all, ...none][0]?.message ?? ''))))`,
  );
}

async function show(page: Page, { width, colorScheme }: View): Promise<void> {
  await page.setViewportSize({ width, height: HEIGHT });
  await page.emulateMedia({ colorScheme });
}

/** What axe finds against WCAG 2.2 AA in each view; the page stays in the first. */
export async function axeFaults(page: Page, name: string, views: readonly [View, ...View[]]): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source);
  const found: string[] = [];
  for (const view of views) {
    await show(page, view);
    const here = `${name}, ${view.width} px, ${view.colorScheme}`;
    found.push(...(await violations(page)).map((fault) => `${here}: ${fault}`));
  }
  await show(page, views[0]);
  return found;
}
