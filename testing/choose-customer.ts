import type { Page } from 'playwright-core';

/** Chats as a sample customer from here on; what is written before the page has taken them on is a visitor's. */
export async function chooseCustomer(page: Page, name: string): Promise<void> {
  await page.locator('.someone', { hasText: name }).click();
  await page.locator('.someone[aria-pressed=true]', { hasText: name }).waitFor();
}
