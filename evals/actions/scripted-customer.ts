import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ShopInProcess } from '../dialogue/shop-in-process.ts';
import type { Bench, BenchTask } from './bench.ts';

/** Messages that the customer has patience for, per change. */
const PATIENCE = 8;
const WORDS = { en: { yes: 'Yes, please', no: 'No' }, zh: { yes: '好的，确认', no: '不用了' } };

/** What a conversation came to: why changes were not made, and what may differ because one was made and another not. */
export interface TaskTalk {
  misses: string[];
  /** Names of states that hold some of the changes asked for and no other. */
  partly: ReadonlySet<string>;
}

/** Asks for a task's changes one after the other; answers, says yes to what was meant and no to all else. */
export async function converseTask(shop: ShopInProcess, bench: Bench, task: BenchTask): Promise<TaskTalk> {
  const { customerId = '' } = task;
  const { language: locale } = bench;
  const conversationId = randomUUID();
  const caller = { kind: 'customer', id: customerId } as const;
  const misses: string[] = [];
  const partly = new Set<string>();
  for (const action of task.actions) {
    const goal = bench.goalOf(action, customerId);
    if (!goal) {
      partly.add(`refunds of ${customerId}`);
      continue;
    }
    let text = goal.ask;
    let done = false;
    const said: string[] = [];
    const given = new Map<string, number>();
    for (let turn = 0; turn < PATIENCE && !done; turn++) {
      const reply = await shop.say(conversationId, caller, text, { locale });
      said.push(reply.text.slice(0, 160).replaceAll('\n', ' '));
      const pending = await shop.database.db
        .selectFrom('confirmations')
        .select(['action', 'args'])
        .where('conversation_id', '=', conversationId)
        .where('status', '=', 'pending')
        .executeTakeFirst();
      if (pending) {
        const fits = goal.fits(pending.action, pending.args);
        const settled = await shop.say(conversationId, caller, fits ? WORDS[locale].yes : WORDS[locale].no, { locale });
        said.push(settled.text.slice(0, 80));
        if (fits) {
          done = true;
          partly.add(action.orderId === null ? `customer ${customerId}` : `order ${action.orderId}`);
          break;
        }
        said.push(`(refused: ${pending.action} ${JSON.stringify(pending.args).slice(0, 200)})`);
        break;
      }
      const slot = await askedSlot(shop, conversationId);
      const answers = slot === undefined ? undefined : goal.answers[slot];
      const nth = given.get(slot ?? '') ?? 0;
      given.set(slot ?? '', nth + 1);
      const answer = answers?.[nth % answers.length];
      if (answer === undefined || nth > (answers?.length ?? 0)) break;
      const buttons = reply.quickReplies ?? [];
      text = buttons.find((one) => one.includes(answer)) ?? answer;
    }
    if (!done) misses.push(`${action.action}: ${[goal.ask, ...said].join(' / ')}`);
  }
  return { misses, partly };
}

async function askedSlot(shop: ShopInProcess, conversationId: string): Promise<string | undefined> {
  const row = await shop.database.db
    .selectFrom('conversations')
    .select('dialogue')
    .where('id', '=', conversationId)
    .executeTakeFirst();
  const read = z
    .object({ open: z.object({ askedSlot: z.string().nullish() }).nullish(), askedSlot: z.string().nullish() })
    .safeParse(row?.dialogue);
  return read.success ? (read.data.open?.askedSlot ?? read.data.askedSlot ?? undefined) : undefined;
}
