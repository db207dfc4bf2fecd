import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvalCase } from '../../quality/cases/case-schema.ts';
import { readCases } from '../../quality/cases/read-cases.ts';
import { detectLanguage } from '../../understanding/language.ts';
import { defineSuite } from '../harness/define-suite.ts';
import type { Reply, ShopTarget } from '../harness/shop-target.ts';
import type { Suite } from '../harness/suite.ts';
import { asExpected, type CaseReply } from './scorers.ts';

/** Conversations about the sample shop; `--cases FILE` takes others, as the console writes them. */
const SAMPLE = join(import.meta.dirname, 'sample.jsonl');
const PERSON = /人工|真人|客服|person|human|colleague/i;

/** Conversations that QA made cases of, played again line by line. */
export const casesSuite: Suite = defineSuite<EvalCase, CaseReply[]>({
  name: 'cases',
  description: 'Conversations with what must hold of each reply, from a file of JSON lines',
  async cases({ casesFile = SAMPLE }) {
    return readCases(await readFile(casesFile, 'utf8'), casesFile);
  },
  idOf: ({ id, name }) => `${id} ${name}`,
  async open(context) {
    const shop = await context.shop();
    return { ask: (one) => play(shop, one) };
  },
  scorers: [{ name: 'as expected', bar: 1, score: asExpected }],
});

async function play(shop: ShopTarget, { language, customer, lines }: EvalCase) {
  const replies: CaseReply[] = [];
  const trace: unknown[] = [];
  let conversationId: string | undefined;
  let ms = 0;
  for (const { say } of lines) {
    const turn = await shop.say({ text: say, language, customer: customer ?? undefined, conversationId });
    ({ conversationId } = turn.reply);
    // One after the other, each step at the time since the conversation began.
    const steps = Array.isArray(turn.trace) ? turn.trace : [];
    trace.push({ step: 'said', atMs: ms, data: { customer: say, reply: turn.reply.text } });
    for (const step of steps) trace.push({ ...step, atMs: ms + step.atMs });
    ms += turn.ms;
    replies.push(seen(turn.reply));
  }
  return { answer: replies, trace, ms };
}

const seen = ({
  text,
  route,
  routes = [],
  intent,
  citations,
  status,
  quickReplies = [],
  language,
}: Reply): CaseReply => ({
  text,
  routes: [...new Set([route, ...routes])],
  intent,
  cites: citations.map(({ title }) => title),
  person: status === 'waiting' || PERSON.test([text, ...quickReplies].join('\n')),
  language: text === '' ? language : detectLanguage(text, language).language,
});
