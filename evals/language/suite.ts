import { randomUUID } from 'node:crypto';
import type { Caller } from '../../conversations/ports.ts';
import { pick, seeded } from '../../testing/seeded.ts';
import type { Script } from '../../understanding/types.ts';
import { voiceFaults } from '../dialogue/check-reply.ts';
import { SHOP_DIRS } from '../dialogue/converse.ts';
import { openShopInProcess } from '../dialogue/shop-in-process.ts';
import { type CaseResult, type Suite, share } from '../harness/suite.ts';
import { SAYINGS } from './sayings.ts';

const CONVERSATIONS = 50;
const TURNS = 10;
/** Shares of turns: the rest says nothing of a language. */
const STAYS = 0.55;
const SWITCHES = 0.8;
const VOICES: readonly Script[] = ['hans', 'hant', 'latn'];
/** Null: a visitor. */
const CUSTOMERS = { sample: ['C001', 'C002', null], bikes: ['K1', 'K2', null] };

/** Customers who mix and change languages and scripts: every reply must be in the one of the last message that told. */
export const languageSuite: Suite = {
  name: 'language',
  description: 'Five hundred turns of conversations that change between Chinese, Traditional Chinese and English',
  async run(context) {
    const random = seeded(7);
    const cases: CaseResult[] = [];
    for (const name of ['sample', 'bikes'] as const) {
      const shop = await openShopInProcess(SHOP_DIRS[name]);
      try {
        for (let n = 0; n < CONVERSATIONS / 2; n++) {
          const id = randomUUID();
          const known = pick(random, CUSTOMERS[name]);
          const caller: Caller = known ? { kind: 'customer', id: known } : { kind: 'visitor', id };
          let voice = pick(random, VOICES);
          for (let turn = 0; turn < TURNS; turn++) {
            const dice = turn === 0 ? 0 : random();
            if (dice >= STAYS && dice < SWITCHES) voice = pick(random, VOICES);
            const text = pick(random, SAYINGS[dice < SWITCHES ? voice : 'same']);
            const reply = await shop.say(id, caller, text);
            const language = voice === 'latn' ? 'en' : 'zh';
            const faults = voiceFaults(reply, language, voice);
            cases.push({
              id: `${name} ${n + 1}.${turn + 1} ${text}`,
              passed: faults.length === 0,
              expected: voice,
              actual: faults.join('; ') || voice,
            });
            context.progress(cases.length, CONVERSATIONS * TURNS);
          }
          await shop.restoreOrders();
        }
      } finally {
        await shop.close();
      }
    }
    return {
      metrics: [{ name: 'reply in the customer’s language and script', value: share(cases), bar: 1 }],
      cases,
      notes: [],
    };
  },
};
