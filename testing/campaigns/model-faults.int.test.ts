import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openShopInProcess, type ShopInProcess } from '../../evals/dialogue/shop-in-process.ts';
import { type BreakerState, createCircuitBreaker } from '../../graph/engines/circuit-breaker.ts';
import { createEngine } from '../../graph/engines/create-engine.ts';
import { FAULTS, type ScriptedAnswer, type ScriptedModel, startScriptedModel } from '../models/scripted-model.ts';
import { pick as pickFrom, seeded } from '../seeded.ts';

/** The release check: KEFU_CAMPAIGN=full, a thousand turns with the limits of production (docs/models.md). */
const full = process.env.KEFU_CAMPAIGN === 'full';
const TURNS = full ? 1_000 : 90;
const CONVERSATIONS = full ? 20 : 15;
const TIMEOUT_MS = full ? 3_500 : 500;
/** Short, so that most of the turns meet the upstream and not the open breaker. */
const COOL_DOWN_MS = full ? 300 : 200;
const LIMIT_MS = full ? 580_000 : 60_000;
/** What a customer may wait for a whole reply, whatever the upstream does. */
const LONGEST_MS = 8_000;

/** What no passage says: none of it may ever be streamed. */
const INVENTED = [
  'Every customer receives a free gift worth $500.',
  'The frame has a lifetime warranty of 99 years.',
  'Returns are accepted within 400 days without any condition.',
  'Call 400-000-1234 and pay the fee of $77 first.',
  '所有顾客都可获赠价值 5000 元的礼包。',
  '车架终身保修 99 年，丢失也赔。',
  '退货期限是 400 天，没有任何条件。',
];
const TRACES = /\$500|99 (?:years|年)|400 (?:days|天)|400-000-1234|\$77|5000 元/;

const QUESTIONS = [
  'how long is the warranty on the frame?',
  'how much is shipping?',
  'can I send something back and who pays postage?',
  'when do I get my refund',
  'do I have to put the bike together myself?',
  'which helmet size for 60 cm?',
  'are there test rides at the store',
  'how often should I oil the chain?',
  'recommend a light',
  'where is my parcel LC-50255',
  'what about the tyres then',
  'hmm it does not feel right, what now',
  '车架保修几年？',
  '运费是多少',
  '可以退货吗，邮费谁出',
  '退款几天到账',
  '整车到了要自己装吗',
  '头围 60 厘米选什么码',
  '门店能试骑吗',
  '链条多久上油一次',
  '推荐一个车灯',
  'LC-50249 到哪了',
  '那轮胎呢',
  '感觉不太对劲，怎么弄',
];

const random = seeded(42);
const pick = <T>(list: readonly T[]): T => pickFrom(random, list);
/** Of the turns begun: the middle fifth finds a dead upstream, the end a healthy one. */
let progress = 0;

/** One answer of an upstream that fails in every way it can, and invents where it answers. */
function capricious(): ScriptedAnswer | undefined {
  const delayMs = Math.floor(random() * (full ? 300 : 30));
  if (progress > 0.8) return undefined;
  if (progress > 0.4 && progress < 0.6) return { fault: pick(['500', '429', 'cut-clean'] as const), text: 'x' };
  const dice = random();
  if (dice < 0.2) return { fault: pick(FAULTS), text: `${pick(INVENTED)}[1]`, delayMs };
  if (dice < 0.5) return { text: `${pick(INVENTED)}[1] ${pick(INVENTED)}`, delayMs };
  if (dice < 0.6) return { text: '', delayMs };
  if (dice < 0.65) return { text: `<b>${pick(INVENTED)}</b>`, finishReason: 'length', delayMs };
  if (dice < 0.7) return { json: { requests: [{ text: 'x', intent: 'no_such_intent' }] }, delayMs };
  if (dice < 0.73) return { toolCalls: [{ name: 'drop_orders', args: { customerId: 'K2' } }], delayMs };
  return undefined;
}

let model: ScriptedModel;
let shop: ShopInProcess;
const states: BreakerState[] = [];

beforeAll(async () => {
  model = await startScriptedModel({ script: capricious });
  const breaker = createCircuitBreaker({ coolDownMs: COOL_DOWN_MS, onChange: (state) => states.push(state) });
  shop = await openShopInProcess(join(import.meta.dirname, '../../evals/dialogue/shop'), (local) =>
    createEngine(
      {
        model: { apiKey: 'k', baseUrl: model.url, model: 'scripted', embeddingModel: undefined, timeoutMs: TIMEOUT_MS },
      },
      local,
      pino({ level: 'silent' }),
      { breaker },
    ),
  );
}, 120_000);
afterAll(async () => {
  await shop.close();
  await model.close();
});

it(
  'answers every turn in time and invents nothing, whatever the upstream does',
  async () => {
    const slow: string[] = [];
    const silent: string[] = [];
    const invented: string[] = [];
    let begun = 0;
    let longest = 0;
    let degraded = 0;
    await Promise.all(
      Array.from({ length: CONVERSATIONS }, async (_, at) => {
        const caller = { kind: 'customer', id: at % 2 === 0 ? 'K1' : 'K2' } as const;
        for (let turn = 0; turn < TURNS / CONVERSATIONS; turn++) {
          progress = begun++ / TURNS;
          const text = pick(QUESTIONS);
          const streamed: string[] = [];
          const started = performance.now();
          const result = await shop.say(`c${at}`, caller, text, {
            listen: (event) => {
              if (event.type === 'delta') streamed.push(event.text);
            },
          });
          const ms = performance.now() - started;
          longest = Math.max(longest, ms);
          if (ms > LONGEST_MS) slow.push(`${text}: ${ms}`);
          if (result.text === '') silent.push(text);
          if (result.degraded) degraded += 1;
          if (TRACES.test(streamed.join('')) || TRACES.test(result.text)) invented.push(`${text}: ${result.text}`);
        }
      }),
    );
    // A healthy upstream closes it, at the latest with the next turn that needs a model.
    for (let i = 0; i < 20 && states.at(-1) !== 'closed'; i++) {
      await sleep(COOL_DOWN_MS);
      await shop.say(`last-${i}`, { kind: 'customer', id: 'K1' }, 'how long is the warranty on the frame?');
    }
    console.log(
      `${begun} turns, ${model.requests.length} calls, ${degraded} degraded, longest ${Math.round(longest)} ms, breaker ${states.join(' ')}`,
    );
    expect({ slow, silent, invented }).toEqual({ slow: [], silent: [], invented: [] });
    expect(begun).toBe(TURNS);
    expect(states).toContain('open');
    expect(states.at(-1)).toBe('closed');
  },
  LIMIT_MS,
);
