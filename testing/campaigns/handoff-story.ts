import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { createHttpClient, type HttpReply } from '../http-client.ts';
import { pick } from '../seeded.ts';

const GIVE_UP_MS = 120_000;
const WORDS = {
  zh: { hello: '你好', person: '转人工', more: '有人在吗', again: '你好' },
  en: { hello: 'hello', person: 'I want to talk to a person', more: 'is anybody there?', again: 'hello' },
};

export interface Agent {
  name: string;
  token: string;
}

export interface StoryResult {
  conversationId: string;
  /** Ids of the customer's messages and texts of the agent's, as they were sent. */
  sent: string[];
  said: string[];
  /** Agents that were told the conversation is theirs. */
  owners: number;
  /** Whether the other one's reply was refused. */
  othersRefused: boolean;
  /** What the customer was told after the return. */
  last: { status: string; text: string };
}

export interface StoryOptions {
  urls: string[];
  agents: [Agent, Agent];
  random: () => number;
}

type Send = (token: string, path: string, body?: unknown) => Promise<HttpReply>;

const replySchema = z.object({ status: z.string(), text: z.string() });

/** As a careful client does it: what got no answer goes out again, to any process, with the same ids. */
const stubborn =
  ({ urls, random }: StoryOptions): Send =>
  async (token, path, body = {}) => {
    for (const limit = Date.now() + GIVE_UP_MS; Date.now() < limit; await wait(50 + random() * 150)) {
      const reply = await createHttpClient(pick(random, urls), token)
        .post(path, body)
        .catch(() => undefined);
      if (reply && reply.status < 500 && reply.status !== 429) return reply;
    }
    throw new Error(`POST ${path} got no answer in ${GIVE_UP_MS / 1000} s.`);
  };

/**
 * One customer asks, is handed over, is claimed by two agents at once, talks with the one who got it and is given
 * back to the bot. Every third one asks by the button at the same time, every third has a question under way.
 */
export async function runHandoffStory(index: number, options: StoryOptions): Promise<StoryResult> {
  const { agents } = options;
  const send = stubborn(options);
  const words = index % 2 === 0 ? WORDS.zh : WORDS.en;
  const conversationId = `handoff-${index}`;
  const { token } = z.object({ token: z.string() }).parse((await send('', '/api/visitors')).body);
  const sent: string[] = [];
  const say = async (text: string) => {
    const messageId = `${conversationId}-m${sent.length}`;
    sent.push(messageId);
    const reply = await send(token, '/api/chat', { conversationId, messageId, text });
    return replySchema.parse(reply.body);
  };
  const desk = (agent: Agent, step: string, body?: unknown) =>
    send(agent.token, `/api/desk/conversations/${conversationId}/${step}`, body);

  const question = say(words.hello);
  if (index % 3 !== 1) await question;
  const button = index % 3 === 0 ? send(token, `/api/conversations/${conversationId}/handoff`) : undefined;
  await Promise.all([question, say(words.person), button]);

  const [claims] = await Promise.all([Promise.all(agents.map((agent) => desk(agent, 'claim'))), say(words.more)]);
  const owners = claims.filter(({ status }) => status === 200).length;
  const mine = claims[0]?.status === 200 ? 0 : 1;
  const [owner, other] = mine === 0 ? agents : ([agents[1], agents[0]] as const);

  const said = [`${conversationId} r0`, `${conversationId} r1`];
  const reply = (text: string) => desk(owner, 'reply', { text, messageId: text.replace(' ', '-') });
  const [, refused] = await Promise.all([
    reply(said[0] ?? ''),
    desk(other, 'reply', { text: 'not mine' }),
    say(words.more),
  ]);
  await reply(said[1] ?? '');
  await desk(owner, 'return');
  const last = await say(words.again);
  return { conversationId, sent, said, owners, othersRefused: refused.status === 409, last };
}
