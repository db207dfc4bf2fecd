import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { ask } from '../../../testing/chat-client.ts';
import { type Program, staffToken, startProgram } from '../../../testing/programs/program.ts';
import type { Bench } from '../bench.ts';
import { COLLECTABLE, type Memory, memoryOf } from './memory-of.ts';

const WIDGETS = 500;
const TURNS = 400;
/** The heap finds its size in the first; what goes on growing is a leak. */
const ROUNDS = 4;
const HANDOFF_EVERY = 10;
const CONNECT_LIMIT_MS = 30_000;
/** Heartbeats pass in it. */
const REST_MS = 20_000;

const visitorSchema = z.object({ token: z.string() });

/** A stream that is open and of which nothing is read: its socket is paused after the headers. Ends when called. */
function openUnread(url: string, token: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' }, timeout: CONNECT_LIMIT_MS },
      (response) => {
        if (response.statusCode !== 200) return reject(new Error(`${url}: ${response.statusCode}`));
        response.pause();
        response.socket.pause();
        response.on('error', () => undefined);
        resolve(() => sent.destroy());
      },
    );
    sent.once('error', reject);
    sent.end();
  });
}

async function newVisitor({ url }: Program): Promise<string> {
  return visitorSchema.parse(await (await fetch(`${url}/api/visitors`, { method: 'POST' })).json()).token;
}

/** Customers talk and ask for a person: what a desk's stream is full of. */
async function talk(program: Program, turns: number): Promise<void> {
  const token = await newVisitor(program);
  for (let i = 0; i < turns; i++)
    await ask(program.url, token, { text: i % HANDOFF_EVERY === 0 ? '转人工' : 'How long does delivery take?' });
}

/** Whether streams that nobody reads fill the web server's memory, over HTTP against the real program. */
export const idleStreamsBench: Bench = {
  name: 'idle-streams',
  description: 'Memory of the program with 500 idle widgets and a desk whose stream is never read',
  async run(context) {
    const program = await startProgram({
      env: { OPENAI_API_KEY: '', OPENAI_BASE_URL: '', KEFU_RATE_LIMIT: '1000000', NODE_OPTIONS: COLLECTABLE },
    });
    context.defer(program.close);
    const turns = Math.max(20, Math.round(TURNS * context.scale));
    const widgets = Math.max(10, Math.round(WIDGETS * context.scale));

    context.say(`${turns} turns to warm up`);
    await talk(program, turns);
    await wait(REST_MS);
    const warm = await memoryOf(program);

    context.say(`${turns} turns with nobody listening`);
    await talk(program, turns);
    await wait(REST_MS);
    const alone = await memoryOf(program);

    context.say(`${widgets} widgets and a desk connect`);
    const open: Array<() => void> = [];
    context.defer(async () => {
      for (const end of open) end();
    });
    for (let i = 0; i < widgets; i++) {
      const token = await newVisitor(program);
      const { conversationId } = await ask(program.url, token, { text: 'hi' });
      open.push(await openUnread(`${program.url}/api/conversations/${conversationId}/events`, token));
    }
    open.push(await openUnread(`${program.url}/api/desk/events`, await staffToken(program.url, 'agent')));
    await wait(REST_MS);
    const connected = await memoryOf(program);

    const rounds: Memory[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      context.say(`${turns} turns beside them, ${round} of ${ROUNDS}`);
      await talk(program, turns);
      await wait(REST_MS);
      rounds.push(await memoryOf(program));
    }
    const [first = connected, last = connected] = [rounds.at(0), rounds.at(-1)];
    const answered = (await fetch(`${program.url}/healthz`)).ok ? 1 : 0;
    const later = `${(ROUNDS - 1) * turns} turns beside unread streams`;
    return {
      rows: [
        { name: 'Used after the warm-up', value: warm.used, unit: 'MB' },
        { name: `Used more after ${turns} turns with nobody listening`, value: alone.used - warm.used, unit: 'MB' },
        { name: `Used more with ${widgets} widgets, a turn each`, value: connected.used - alone.used, unit: 'MB' },
        {
          name: 'Used more after the first round beside unread streams',
          value: first.used - connected.used,
          unit: 'MB',
        },
        { name: `Used more after the next ${later}`, value: last.used - first.used, unit: 'MB', aim: { atMost: 5 } },
        { name: 'Resident after the warm-up', value: warm.resident, unit: 'MB' },
        { name: `Resident more after the next ${later}`, value: last.resident - first.resident, unit: 'MB' },
        {
          name: 'Of it apart from free pages of V8',
          value: last.settled - first.settled,
          unit: 'MB',
          aim: { atMost: 30 },
        },
        { name: 'Answers afterwards', value: answered, unit: '', aim: { atLeast: 1 } },
      ],
      notes: [
        `The one process of web server, worker and graph, right after a forced collection ${REST_MS / 1_000} s after the last turn: used is V8's used heap and what it holds outside of it, resident has what V8 and malloc keep for later, too: V8 lets its heap grow to the size it likes, whether or not anybody listens. Every ${HANDOFF_EVERY}th turn asks for a person.`,
        `Used after each round: ${rounds.map(({ used }) => used.toFixed(1)).join(', ')} MB; resident: ${rounds.map(({ resident }) => resident.toFixed(0)).join(', ')} MB.`,
      ],
    };
  },
};
