import { chromium } from 'playwright-core';
import { inject } from 'vitest';
import { z } from 'zod';
import { findChromium } from '../optional-servers.ts';
import type { SharedProgram } from './program-host.ts';
import { CHROMIUM_FLAGS, type ProgramInBrowser } from './program-in-browser.ts';

const schema = z.object({ url: z.string(), password: z.string() });

/**
 * A Chromium of the test file's own before the program of the run, with what other files left in it: conversations
 * that wait, documents. Whoever changes settings or accounts opens one of their own by `openProgramInBrowser`.
 */
export async function openSharedProgramInBrowser(): Promise<ProgramInBrowser<SharedProgram>> {
  const answer = await fetch(inject('programHost'));
  if (!answer.ok) throw new Error(await answer.text());
  const program = schema.parse(await answer.json());
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
  return { program, browser, close: () => browser.close() };
}
