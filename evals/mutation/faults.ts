import type { EngineSession } from '../../graph/engines/engine.ts';
import type { TurnOutcome } from '../../graph/ports.ts';
import type { TurnResult } from '../../graph/turn-result.ts';
import type { Hit } from '../../knowledge/types.ts';
import type { Order } from '../../stores/orders.ts';
import type { UnderstoodRequest } from '../../understanding/types.ts';
import type { ShopWrap } from '../dialogue/shop-in-process.ts';

/** A fault of the engine that suites must see: it is put between the real parts, no file is changed. */
export interface Fault {
  name: string;
  wrap: ShopWrap;
}

type Deps = Parameters<NonNullable<ShopWrap['deps']>>[0];

/** Changes every turn's outcome. */
const outcome = (name: string, change: (outcome: TurnOutcome) => TurnOutcome): Fault => ({
  name,
  wrap: {
    runner: (runner) => ({
      forget: (turnId) => runner.forget(turnId),
      run: async (input, options) => change(await runner.run(input, options)),
    }),
  },
});
const result = (name: string, change: (result: TurnResult) => Partial<TurnResult>): Fault =>
  outcome(name, (all) => ({ ...all, result: { ...all.result, ...change(all.result) } }));

/** Changes what the knowledge finds. */
const hits = (name: string, change: (hits: Hit[]) => Hit[], evidence?: number): Fault => ({
  name,
  wrap: {
    deps: (deps: Deps) => ({
      ...deps,
      retriever: {
        async search(request, signal) {
          const found = await deps.retriever.search(request, signal);
          return { ...found, hits: change(found.hits), evidence: evidence ?? found.evidence };
        },
      },
    }),
  },
});

/** Changes which orders are found. */
const orders = (name: string, change: (orders: Order[]) => Order[]): Fault => ({
  name,
  wrap: {
    deps: (deps: Deps) => ({
      ...deps,
      findOrders: {
        ...deps.findOrders,
        run: async (args, context) => change(await deps.findOrders.run(args, context)),
      },
    }),
  },
});

/** Changes how a message is understood. */
const understood = (name: string, change: (request: UnderstoodRequest) => UnderstoodRequest): Fault => ({
  name,
  wrap: {
    engine: (local) => ({
      name: local.name,
      open(options) {
        const session = local.open(options);
        const wrapped: EngineSession = {
          ...session,
          async understand(input) {
            const understanding = await session.understand(input);
            return { ...understanding, requests: understanding.requests.map(change) };
          },
        };
        return wrapped;
      },
    }),
  },
});

const numbersRaised = (text: string): string =>
  text.replace(/\d+(?=\s*(?:元|天|个月|days?|months?|years?|yuan))/g, (n) => String(Number(n) + 3));
const HAN = /\p{Script=Han}/u;

/** Twenty faults such as a change of the code could bring. */
export const FAULTS: Fault[] = [
  hits('the wrong page is cited', (all) => all.map((hit) => ({ ...hit, page: hit.page === null ? 1 : hit.page + 1 }))),
  hits('passages come in the reverse order', (all) => [...all].reverse()),
  hits('nothing is ever found', () => [], 0),
  hits('weak evidence counts as strong', (all) => all.map((hit) => ({ ...hit, evidence: 0.99 })), 0.99),
  result('citations are dropped', () => ({ citations: [] })),
  result('half of the markers point nowhere', ({ citations }) => ({ citations: citations.slice(1) })),
  result('numbers in replies are three too high', ({ text }) => ({ text: numbersRaised(text) })),
  result('Chinese is answered in English', ({ text }) =>
    HAN.test(text) ? { text: 'Thank you for your message. Please have a look at the information below.' } : {},
  ),
  result('every reply promises', ({ text, language }) => ({
    text: `${text}\n${language === 'zh' ? '我们保证会给您全额退款。' : 'We guarantee that you will get a full refund.'}`,
  })),
  result('replies are rude', ({ text, language }) => ({
    text: `${language === 'zh' ? '你自己看清楚再问。' : 'Calm down and read it yourself.'}\n${text}`,
  })),
  result('replies are repeated without end', ({ text }) => ({
    text: Array.from({ length: 60 }, () => text).join('\n'),
  })),
  result('replies come empty', () => ({ text: '' })),
  orders('orders are stale', (all) => all.map((order) => ({ ...order, status: 'pending' }))),
  orders('amounts of orders are wrong', (all) => all.map((order) => ({ ...order, total: order.total + 100 }))),
  orders('the order before is shown', (all) => (all.length > 1 ? all.slice(1) : [])),
  result("another customer's order is shown", ({ text, language }) => ({
    text: `${text} ${language === 'zh' ? 'KF20261117-0356' : 'KF20261116-0236'}`,
  })),
  understood('every question is answered with a question', (request) => ({
    ...request,
    route: 'clarify',
    intent: 'unclear',
  })),
  understood('orders are taken for documents', (request) =>
    request.route === 'order' ? { ...request, route: 'knowledge' } : request,
  ),
  outcome('a person who is asked for is not called', (all) => ({
    ...all,
    handoff: null,
    result: { ...all.result, status: 'bot' },
  })),
  understood('everybody is handed over', (request) => ({ ...request, route: 'escalate', intent: 'talk_to_human' })),
];
