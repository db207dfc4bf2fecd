import type { BrowserContext, Page } from 'playwright-core';

/** Makes every page of the context write down what calls a dialog. */
export async function watchForRunning(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const ran: string[] = [];
    Object.defineProperty(window, 'ran', { value: ran });
    for (const name of ['alert', 'confirm', 'prompt', 'print'] as const)
      Object.defineProperty(window, name, { value: (...args: unknown[]) => ran.push(`${name} ${args.join()}`) });
    document.addEventListener('securitypolicyviolation', (event) => ran.push(`policy: ${event.violatedDirective}`));
  });
}

/** What ran on the page so far, and what stands in it, shadow roots included, that could run. */
export const whatRan = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = 'ran' in window && Array.isArray(window.ran) ? window.ran.map(String) : ['no watch'];
    const address = /^[\s\p{Cc}]*(?:j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t|vbscript|data)\s*:/iu;
    const look = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        const { localName } = element;
        if (/^(?:iframe|object|embed|base|math|template)$/.test(localName)) found.push(`<${localName}>`);
        if (localName === 'script' && !element.getAttribute('src')) found.push('<script>');
        // The empty icon of a page that has none.
        if (element.matches('link[rel~=icon]')) continue;
        for (const { name, value } of element.attributes)
          if (name.startsWith('on') || (/href|src|action/.test(name) && address.test(value)))
            found.push(`<${localName} ${name}=${value.slice(0, 40)}>`);
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    look(document);
    return found;
  });
