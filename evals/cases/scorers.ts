import type { EvalCase } from '../../quality/cases/case-schema.ts';
import type { Verdict } from '../harness/define-suite.ts';

/** What is looked at of a reply. */
export interface CaseReply {
  text: string;
  routes: string[];
  intent: string;
  /** Titles of what is cited. */
  cites: string[];
  /** Called, or offered in words or by a button. */
  person: boolean;
  language: string;
}

type Line = EvalCase['lines'][number];
type Check = (reply: CaseReply, line: Line, one: EvalCase) => string | undefined;

const has = (text: string, words: string) => text.toLowerCase().includes(words.toLowerCase());

/** Each says what is wrong with a reply; undefined: it holds, or the case does not ask for it. */
const CHECKS = {
  language: ({ language }, _line, one) => (language === one.language ? undefined : `answered in ${language}`),
  route: ({ routes }, { expect: { route } }) =>
    route === undefined || routes.includes(route) ? undefined : `route ${routes.join(' + ')}, not ${route}`,
  intent: ({ intent }, { expect }) =>
    expect.intent === undefined || intent === expect.intent ? undefined : `intent ${intent}, not ${expect.intent}`,
  says: ({ text }, { expect: { says } }) => {
    const missing = says.filter((words) => !has(text, words));
    return missing.length > 0 ? `does not say ${missing.join(', ')}` : undefined;
  },
  not: ({ text }, { expect: { not } }) => {
    const said = not.filter((words) => has(text, words));
    return said.length > 0 ? `says ${said.join(', ')}` : undefined;
  },
  cites: (reply, { expect: { cites } }) => {
    const missing = cites.filter((title) => !reply.cites.includes(title));
    return missing.length > 0 ? `cites ${reply.cites.join(', ') || 'nothing'}, not ${missing.join(', ')}` : undefined;
  },
  person: ({ person }, { expect }) =>
    expect.person === undefined || person === expect.person
      ? undefined
      : person
        ? 'calls or offers a person'
        : 'neither calls nor offers a person',
} satisfies Record<string, Check>;

/** Whether every reply of a conversation is as its case expects. */
export function asExpected(replies: CaseReply[], one: EvalCase): Verdict {
  const faults = one.lines.flatMap((line, index) => {
    const reply = replies[index];
    const found = reply
      ? Object.values(CHECKS).flatMap((check: Check) => check(reply, line, one) ?? [])
      : ['was not answered'];
    return found.map((fault) => `“${line.say}” ${fault}`);
  });
  return { passed: faults.length === 0, expected: 'every check to hold', actual: faults.join('; ') || 'they do' };
}
