import type { TurnResult } from '../../graph/turn-result.ts';
import { simplifiedOnly, toSimplified } from '../../text/traditional.ts';
import { detectLanguage } from '../../understanding/language.ts';
import type { Checks, Conversation } from './conversation.ts';

const OFFER = /人工|真人|客服|person|human|colleague/i;
const list = <T>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** What is wrong with a reply, in words; empty when all holds. */
export function faultsOf(
  reply: TurnResult,
  pending: string | null,
  checks: Checks,
  { language, script }: Pick<Conversation, 'language' | 'script'>,
): string[] {
  const faults: string[] = [];
  const expect = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault);
  };
  const cards = JSON.stringify(reply.cards);
  const shown = (id: string) => reply.text.includes(id) || cards.includes(`"${id}"`);
  const routes = [...new Set([reply.route, ...(reply.routes ?? [])])];
  if (reply.text !== '') faults.push(...voiceFaults(reply, language, checks.script ?? script));
  if (checks.route)
    expect(
      list(checks.route).some((route) => routes.includes(route)),
      `route ${routes.join('+')}`,
    );
  for (const pattern of list(checks.says)) expect(pattern.test(reply.text), `does not say ${pattern}`);
  if (checks.not) expect(!checks.not.test(reply.text), `says ${checks.not}`);
  for (const id of checks.shows ?? []) expect(shown(id), `does not show ${id}`);
  for (const id of checks.hides ?? []) expect(!shown(id), `shows ${id}`);
  if (checks.pending !== undefined) expect(pending === checks.pending, `pending ${pending}`);
  const buttons = reply.quickReplies ?? [];
  if (checks.button)
    expect(
      buttons.some((text) => checks.button?.test(text)),
      `buttons ${buttons.join(' | ')}`,
    );
  if (checks.person)
    expect(
      reply.status === 'waiting' || OFFER.test(reply.text) || buttons.some((text) => OFFER.test(text)),
      'no person',
    );
  if (checks.status) expect(reply.status === checks.status, `status ${reply.status}`);
  return faults;
}

/** Whether all that the customer reads is in the conversation's language and script. */
export function voiceFaults(reply: TurnResult, language: string, script: string): string[] {
  const faults: string[] = [];
  if (reply.language !== language) faults.push(`language ${reply.language}`);
  // What only the other language's documents say is quoted as such.
  const said = reply.text
    .replace(/[“"].*?[”"]/g, '')
    .replace(/This is taken from our Chinese documents:[\s\S]*|以下内容摘自英文资料：[\s\S]*/, '');
  if (language === 'en') {
    if (detectLanguage(said, 'en').language !== 'en') faults.push('text is not English');
  } else if (detectLanguage(said, 'zh').language !== 'zh') faults.push('text is not Chinese');
  const texts = [reply.text, ...(reply.quickReplies ?? []), JSON.stringify(reply.cards)].join('\n');
  const simplified = script === 'hant' ? texts.match(simplifiedOnly) : null;
  if (simplified) faults.push(`simplified characters ${simplified.slice(0, 5).join('')}`);
  if (script === 'hans' && toSimplified(reply.text) !== reply.text) faults.push('traditional characters');
  return faults;
}
