import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';
import { findChromium } from '../optional-servers.ts';
import { type Program, startProgram } from './program.ts';

export const CHROMIUM_FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
/** For building the pages, the first start and the browser together, also on a busy machine. */
export const OPENING_MS = 400_000;

/** `P` is what of the program its user may see. */
export interface ProgramInBrowser<P = Program> {
  program: P;
  browser: Browser;
  close(): Promise<void>;
}

/** Has the pages built where they changed, starts the program and a Chromium; the caller closes both. */
export async function openProgramInBrowser(
  options: Parameters<typeof startProgram>[0] = {},
): Promise<ProgramInBrowser> {
  const built = await fetch(new URL('/pages', inject('programHost')));
  if (!built.ok) throw new Error(await built.text());
  const program = await startProgram(options);
  try {
    const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
    return {
      program,
      browser,
      async close() {
        await browser.close().finally(program.close);
      },
    };
  } catch (error) {
    await program.close();
    throw error;
  }
}
