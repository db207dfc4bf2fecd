import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { paymentName, readPaymentMethods } from '../../tools/payment-methods.ts';
import type { ShopInProcess } from '../dialogue/shop-in-process.ts';
import type { BenchAction } from './bench-action.ts';
import type { RetailDatabase } from './retail-data.ts';

/** Messages that the customer has patience for, per change. */
const PATIENCE = 8;

const swapArgs = z.object({
  items: z.array(z.object({ variantId: z.string(), toVariantId: z.string() })),
  paymentMethodId: z.string(),
});
const returnArgs = z.object({ items: z.array(z.object({ variantId: z.string() })), refundTo: z.string() });

type Item = RetailDatabase['orders'][string]['items'][number];

/** What the customer has in mind about one change: how to ask, what to answer, and what to say yes to. */
interface Goal {
  ask: string;
  /** Lines of text that answer a question after the given slot. */
  answers: Record<string, string[]>;
  fits(action: string, args: Record<string, unknown>): boolean;
}

const listText = (parts: string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
const addressText = (address: unknown): string =>
  Object.values(z.record(z.string(), z.string()).parse(address)).filter(Boolean).join(', ');
const same = (a: readonly string[], b: readonly string[]): boolean => [...a].sort().join() === [...b].sort().join();

const proposedItems = z.object({
  items: z
    .array(
      z.object({ line: z.number().optional(), variantId: z.string().optional(), toVariantId: z.string().optional() }),
    )
    .optional(),
  paymentMethodId: z.string().optional(),
  refundTo: z.string().optional(),
});

function goalOf({ action, orderId, args }: BenchAction, customerId: string, data: RetailDatabase): Goal {
  const order = orderId === null ? undefined : data.orders[orderId];
  const lines: Item[] = order?.items ?? [];
  const methods = readPaymentMethods(
    Object.values(data.users[customerId]?.payment_methods ?? {}).map(({ last_four, ...rest }) => ({
      ...rest,
      lastFour: last_four,
    })),
  );
  const payment = (id: string): string => {
    const method = methods.find((one) => one.id === id);
    return method ? paymentName(method, 'en') : id;
  };
  const options = (productId: string, variantId: string): Record<string, string> =>
    data.products[productId]?.variants[variantId]?.options ?? {};
  const itemOf = (variantId: string) => lines.find(({ item_id }) => item_id === variantId);
  const lineVariant = (ref: { line?: number | undefined; variantId?: string | undefined }): string =>
    ref.variantId ?? lines[(ref.line ?? 0) - 1]?.item_id ?? '';
  const called = (item: Item): string =>
    lines.filter(({ name }) => name === item.name).length > 1
      ? `${item.name} (${Object.values(options(item.product_id, item.item_id)).join(', ')})`
      : item.name;

  switch (action) {
    case 'cancel_order':
      return {
        ask: `Please cancel my order ${orderId}: ${String(args.reason)}.`,
        answers: { orderId: [orderId ?? ''] },
        fits: (proposed, given) => proposed === action && given.orderId === orderId,
      };
    case 'change_address':
      return {
        ask: `Please change the delivery address of order ${orderId} to ${addressText(args.address)}.`,
        answers: { address: [addressText(args.address)], orderId: [orderId ?? ''] },
        fits: (proposed, given) => proposed === action && given.orderId === orderId,
      };
    case 'change_default_address':
      return {
        ask: `Please change the default address in my account to ${addressText(args.address)}.`,
        answers: { address: [addressText(args.address)] },
        fits: (proposed) => proposed === action,
      };
    case 'return_order': {
      const { items, refundTo } = returnArgs.parse(args);
      const wanted = items.flatMap(({ variantId }) => itemOf(variantId) ?? []);
      const names = listText(wanted.map((item) => `the ${called(item)}`));
      return {
        ask: `I want to return ${wanted.length === lines.length ? 'everything' : names} from order ${orderId}. Please refund it to my ${payment(refundTo)}.`,
        answers: { item: wanted.map(called), paymentMethod: [payment(refundTo)], orderId: [orderId ?? ''] },
        fits(proposed, given) {
          const read = proposedItems.safeParse(given);
          if (proposed !== action || given.orderId !== orderId || !read.success) return false;
          const back = read.data.items?.map(lineVariant) ?? lines.map(({ item_id }) => item_id);
          return (
            same(
              back,
              items.map(({ variantId }) => variantId),
            ) && read.data.refundTo === refundTo
          );
        },
      };
    }
    default: {
      const { items, paymentMethodId } = swapArgs.parse(args);
      const wishes = items.flatMap(({ variantId, toVariantId }) => {
        const item = itemOf(variantId);
        if (!item) return [];
        const now = options(item.product_id, variantId);
        const wanted = options(item.product_id, toVariantId);
        const differing = Object.entries(wanted).filter(([key, value]) => now[key] !== value);
        const told = (differing.length > 0 ? differing : Object.entries(wanted)).map(
          ([key, value]) => `${key} ${value}`,
        );
        return [{ item, told: listText(told), whole: Object.values(wanted).join(', ') }];
      });
      const verb = action === 'exchange_order' ? 'exchange' : 'change';
      return {
        ask: `I want to ${verb} ${listText(wishes.map(({ item, told }) => `the ${called(item)} for one with ${told}`))} in my order ${orderId}. I pay with my ${payment(paymentMethodId)}.`,
        answers: {
          item: wishes.map(({ item }) => called(item)),
          variant: wishes.map(({ whole }) => whole),
          paymentMethod: [payment(paymentMethodId)],
          orderId: [orderId ?? ''],
          fault: ['No, it is not faulty'],
        },
        fits(proposed, given) {
          const read = proposedItems.safeParse(given);
          if (proposed !== action || given.orderId !== orderId || !read.success) return false;
          const pairs = (read.data.items ?? []).map((item) => `${lineVariant(item)}>${item.toVariantId}`);
          return (
            same(
              pairs,
              items.map((item) => `${item.variantId}>${item.toVariantId}`),
            ) && read.data.paymentMethodId === paymentMethodId
          );
        },
      };
    }
  }
}

/** What a conversation came to: why changes were not made, and what may differ because one was made and another not. */
export interface TaskTalk {
  misses: string[];
  /** Names of states that hold some of the changes asked for and no other. */
  partly: ReadonlySet<string>;
}

/** Asks for a task's changes one after the other; answers, says yes to what was meant and no to all else. */
export async function converseTask(
  shop: ShopInProcess,
  customerId: string,
  actions: readonly BenchAction[],
  data: RetailDatabase,
): Promise<TaskTalk> {
  const conversationId = randomUUID();
  const caller = { kind: 'customer', id: customerId } as const;
  const misses: string[] = [];
  const partly = new Set<string>();
  for (const action of actions) {
    const goal = goalOf(action, customerId, data);
    let text = goal.ask;
    let done = false;
    const said: string[] = [];
    const given = new Map<string, number>();
    for (let turn = 0; turn < PATIENCE && !done; turn++) {
      const reply = await shop.say(conversationId, caller, text, { locale: 'en' });
      said.push(reply.text.slice(0, 160).replaceAll('\n', ' '));
      const pending = await shop.database.db
        .selectFrom('confirmations')
        .select(['action', 'args'])
        .where('conversation_id', '=', conversationId)
        .where('status', '=', 'pending')
        .executeTakeFirst();
      if (pending) {
        const fits = goal.fits(pending.action, pending.args);
        const settled = await shop.say(conversationId, caller, fits ? 'Yes, please' : 'No', { locale: 'en' });
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
    if (!done) misses.push(`${action.action}: ${said.join(' / ')}`);
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
