import type { Locator, Page } from 'playwright-core';

/** How a person works a page. */
export interface Hands {
  press(target: Locator): Promise<void>;
  /** Writes into a field and presses a key there. */
  write(target: Locator, text: string, key?: string): Promise<void>;
}

export const withMouse: Hands = {
  press: (target) => target.click(),
  async write(target, text, key) {
    await target.fill(text);
    if (key) await target.press(key);
  },
};

const MOST_TABS = 120;

/** Nothing but keys: what Tab does not reach can't be used. */
export function withKeyboard(page: Page): Hands {
  const focus = async (target: Locator) => {
    await target.waitFor();
    const has = () =>
      target.evaluate((element) => {
        const root = element.getRootNode();
        return (root instanceof ShadowRoot || root instanceof Document) && root.activeElement === element;
      });
    for (let tabs = 0; !(await has()); tabs++) {
      if (tabs > MOST_TABS) throw new Error(`Tab does not reach ${target}.`);
      await page.keyboard.press('Tab');
    }
  };
  return {
    async press(target) {
      await focus(target);
      await page.keyboard.press('Enter');
    },
    async write(target, text, key) {
      await focus(target);
      await page.keyboard.type(text);
      if (key) await page.keyboard.press(key);
    },
  };
}
