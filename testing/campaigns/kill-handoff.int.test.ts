import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { DatabaseHandle } from '../../stores/database.ts';
import { createHttpClient } from '../http-client.ts';
import { withTestDatabase } from '../postgres.ts';
import { STAFF_PASSWORD, startWebProcesses, type WebProcesses } from '../programs/web-processes.ts';
import { pick, seeded } from '../seeded.ts';
import { readHandoffState } from './handoff-state.ts';
import { type Agent, runHandoffStory, type StoryResult } from './handoff-story.ts';

/** The release check: KEFU_HANDOFFS=500, while web processes are killed (docs/operations.md). */
const HANDOFFS = Number(process.env.KEFU_HANDOFFS ?? 12);
const full = HANDOFFS > 100;
const PROCESSES = full ? 4 : 2;
const LANES = 6;
/** A customer comes when enough kills were made for those before: a start takes longer than a few handoffs. */
const HANDOFFS_A_KILL = full ? 4 : 6;
/** Hands that kill, each among processes of its own, so that some always serve. */
const KILLERS = full ? 2 : 1;
/** Longest rest between a process that is up again and the next kill by the same hand. */
const REST_MS = full ? 1_000 : 300;

let database: DatabaseHandle;
let web: WebProcesses;
beforeAll(async () => {
  database = await withTestDatabase();
  web = await startWebProcesses({ databaseUrl: database.url, count: PROCESSES });
});
afterAll(async () => {
  await web?.close();
  await database?.close();
});

async function signIn(role: 'agent' | 'admin'): Promise<Agent> {
  const body = { email: `${role}@demo.local`, password: STAFF_PASSWORD };
  const reply = await createHttpClient(web.urls[0] ?? '').post('/api/staff/login', body);
  return { name: role, token: z.object({ token: z.string() }).parse(reply.body).token };
}

it('hands over once, with one owner and one speaker, while processes are killed', {
  timeout: 60_000 + HANDOFFS * 5_000,
  retry: 0,
}, async () => {
  const random = seeded(500);
  const agents: [Agent, Agent] = [await signIn('agent'), await signIn('admin')];
  let [next, kills, over] = [0, 0, false];
  const stories: StoryResult[] = [];
  const lane = async () => {
    while (next < HANDOFFS) {
      const index = next++;
      while (index >= (kills + 1) * HANDOFFS_A_KILL) await wait(50);
      stories.push(await runHandoffStory(index, { urls: web.urls, agents, random }));
    }
  };
  const killing = Promise.all(
    Array.from({ length: KILLERS }, async (_, hand) => {
      const mine = [...web.urls.keys()].filter((index) => index % KILLERS === hand);
      for (; !over; kills++) {
        await wait(random() * REST_MS);
        await web.replace(pick(random, mine));
      }
    }),
  );
  const began = performance.now();
  await Promise.all(Array.from({ length: LANES }, lane)).finally(() => {
    over = true;
  });
  await killing;
  const state = await readHandoffState(database.pool, stories);
  console.log(`${HANDOFFS} handoffs, ${kills} kills, ${Math.round((performance.now() - began) / 1000)} s`);

  expect(kills).toBeGreaterThanOrEqual(HANDOFFS / HANDOFFS_A_KILL - 1);
  expect(state).toEqual({ handoffs: HANDOFFS, oddHandoffs: [], oddMessages: [], botAfterClaim: [], oddTurns: [] });
  expect(stories.filter(({ owners }) => owners !== 1)).toEqual([]);
  expect(stories.filter(({ othersRefused }) => !othersRefused)).toEqual([]);
  expect(stories.filter(({ last }) => last.status !== 'bot' || last.text === '')).toEqual([]);
});
