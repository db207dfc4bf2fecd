import { pick } from '../../testing/seeded.ts';
import type { Reply } from '../harness/shop-target.ts';
import { type SimCustomer, wanted } from './customer.ts';
import type { Detail, SimGoal } from './sim-goal.ts';
import {
  BESIDE,
  DIGRESSIONS,
  inTemper,
  type Mistake,
  misread,
  PATIENCE,
  SAYINGS,
  type Temperament,
  withTypo,
} from './words.ts';

/** What a question of a shop's is about, by the words in it. */
const ASKED: ReadonlyArray<readonly [Detail, RegExp]> = [
  ['orderId', /哪个订单|哪一?[单笔]|订单号|which order|order number/i],
  ['address', /地址|address/i],
  ['title', /抬头|title|made out/i],
  ['fault', /质量问题|faulty|fault|anything wrong/i],
  ['reason', /原因|为什么|reason|why/i],
  ['variant', /换成|哪个规格|哪一款|哪种|instead|which variant|which one would/i],
  ['item', /哪件|哪些商品|which item/i],
];

export interface RuleCustomerOptions {
  goal: SimGoal;
  temperament: Temperament;
  mistake: Mistake;
  random: () => number;
}

/** A customer played by rules: knows only what the goal tells, reads replies as people do, says yes only to what was meant. */
export function createRuleCustomer({ goal, temperament, mistake, random }: RuleCustomerOptions): SimCustomer {
  const { language, details } = goal;
  const sayings = SAYINGS[language];
  const kept = Object.values(details);
  const asks = temperament === 'terse' ? [goal.terse, ...goal.asks] : goal.asks;
  const first = temperament === 'terse' ? 0 : Math.floor(random() * asks.length);
  const styled = (text: string): string =>
    inTemper(mistake === 'typos' ? withTypo(text, language, kept, random) : text, temperament, language, random);
  let said = 0;
  let restated = 0;
  let puzzled = temperament === 'confused';
  let digressed = mistake !== 'digression';
  let agreed = false;
  let pending = false;
  let toCorrect: string | undefined;
  let openings = openingMessages();

  function openingMessages(): string[] {
    const ask = asks[first] ?? goal.terse;
    const { orderId } = details;
    if (mistake === 'wrong number' && orderId !== undefined && ask.includes(orderId)) {
      toCorrect = orderId;
      return [styled(ask.replaceAll(orderId, misread(orderId, random)))];
    }
    if (mistake === 'change of mind')
      return [pick(random, DIGRESSIONS[language]), `${pick(random, sayings.mind)}${styled(ask)}`];
    if (mistake === 'two wishes') return [`${styled(ask)}${pick(random, BESIDE[language])}`];
    return temperament === 'confused' ? [goal.vague, styled(ask)] : [styled(ask)];
  }

  /** A button that holds what is known, else what the question is about. */
  function answerTo({ quickReplies = [], text }: Reply): string | undefined {
    for (const detail of kept) {
      const button = quickReplies.find((one) => one.includes(detail));
      if (button !== undefined) return button;
    }
    const question = text.trim().split('\n').at(-1) ?? '';
    const about = ASKED.find(([detail, words]) => details[detail] !== undefined && words.test(question))?.[0];
    return about === undefined ? undefined : details[about];
  }

  function respond(reply: Reply): string | undefined {
    if (agreed || (goal.fits === undefined && goal.reached(reply))) return undefined;
    if (toCorrect !== undefined) {
      const right = toCorrect;
      toCorrect = undefined;
      return `${pick(random, sayings.corrected)} ${right}`;
    }
    const [next, ...later] = openings;
    if (next !== undefined) {
      openings = later;
      return next;
    }
    if (reply.confirmation !== null) pending = wanted(goal, reply);
    if (!digressed && (reply.confirmation !== null || answerTo(reply) !== undefined)) {
      digressed = true;
      return pick(random, DIGRESSIONS[language]);
    }
    if (pending) {
      agreed = true;
      return pick(random, sayings.yes);
    }
    if (reply.confirmation !== null) return pick(random, sayings.no);
    const answer = answerTo(reply);
    if (answer !== undefined && puzzled) {
      puzzled = false;
      return pick(random, sayings.what);
    }
    if (answer !== undefined) return answer;
    restated += 1;
    return asks[(first + restated) % asks.length];
  }

  return {
    async next(reply) {
      if (said >= PATIENCE[temperament]) return undefined;
      said += 1;
      if (reply !== undefined) return respond(reply);
      const [opening = goal.terse, ...later] = openings;
      openings = later;
      return opening;
    },
  };
}
