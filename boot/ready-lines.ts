import type { Settings } from '../config/env.ts';

const ROLES = ['knowledge', 'agent', 'qa', 'admin'];

/** What the terminal shows when everything is up; the first line is a promise to scripts. */
export function readyLines(
  url: string,
  settings: Pick<Settings, 'demo' | 'demoPassword' | 'demoPasswordGenerated'>,
): string {
  const password = settings.demoPasswordGenerated ? settings.demoPassword : 'as set in KEFU_DEMO_PASSWORD';
  const staff = settings.demo ? `   ${ROLES.map((role) => `${role}@demo.local`).join(' ')}  password ${password}` : '';
  return [`ready ${url}`, `  chat     ${url}/`, `  console  ${url}/console${staff}`, `  API docs ${url}/docs`].join(
    '\n',
  );
}
