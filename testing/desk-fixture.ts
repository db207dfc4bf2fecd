import { createConversationService } from '../conversations/conversation-service.ts';
import { createDeskService } from '../conversations/desk/desk-service.ts';
import { createCustomerHandoff } from '../conversations/handoff/customer-handoff.ts';
import type { Caller, StaffMember } from '../conversations/ports.ts';
import { createTypingSignals } from '../conversations/typing.ts';
import type { TurnResult } from '../graph/turn-result.ts';
import type { DatabaseHandle } from '../stores/database.ts';
import { withTestDatabase } from './postgres.ts';
import { type ConversationProcess, HOURLESS, startConversationProcess } from './programs/conversation-process.ts';
import type { Script } from './scripted-runner.ts';

/** One process of the program with a desk. */
export interface DeskProcess extends ConversationProcess {
  conversations: ReturnType<typeof createConversationService>;
  desk: ReturnType<typeof createDeskService>;
  /** What the customer writes, to the end of its turn. */
  say(conversationId: string, text: string): Promise<TurnResult>;
}

/** A database with two customers, of whom C1 is the caller, and two agents. */
export interface DeskFixture {
  database: DatabaseHandle;
  caller: Caller;
  mei: StaffMember;
  tom: StaffMember;
  /** Without a script a turn says what it was told, and calls a person when asked for one (人工). */
  start(script?: Script): Promise<DeskProcess>;
  /** Closes the processes; belongs after each test. */
  closeProcesses(): Promise<void>;
}

const escalate: Script = ({ input }) =>
  input.text.includes('人工')
    ? {
        result: { text: '正在为您转接人工客服。', route: 'escalate', routes: ['escalate'], intent: 'human_agent' },
        handoff: { reason: 'customer_request', summary: '要人工', mood: 'angry', orderIds: ['A1', 'A2'] },
      }
    : `re: ${input.text}`;

export async function openDeskFixture(): Promise<DeskFixture> {
  const database = await withTestDatabase();
  const caller: Caller = { kind: 'customer', id: 'C1' };
  const processes: DeskProcess[] = [];
  await addCustomers(database);
  const [mei, tom] = [await addAgent(database, 'Mei'), await addAgent(database, 'Tom')];
  return {
    database,
    caller,
    mei,
    tom,
    async start(script = escalate) {
      const process = await startDesk({ url: database.url, script, caller });
      processes.push(process);
      return process;
    },
    async closeProcesses() {
      for (const process of processes.splice(0)) await process.close();
    },
  };
}

async function startDesk(options: { url: string; script: Script; caller: Caller }): Promise<DeskProcess> {
  const process = await startConversationProcess(options);
  const { db } = process.database;
  const { notifications, turns } = process;
  const typing = createTypingSignals({ db, notifications });
  const conversations = createConversationService({
    db,
    notifications,
    typing,
    shop: HOURLESS,
    handoff: createCustomerHandoff({ db, shop: HOURLESS }),
    turns,
  });
  const desk = createDeskService({
    db,
    notifications,
    typing,
    loadOrders: (customerId) => Promise.resolve([{ type: 'order', id: `${customerId}-1` }]),
    loadApprovals: async () => [],
    suggest: async ({ history, reader }) => ({ text: `draft for a ${reader} after ${history.length}`, citations: [] }),
  });
  return {
    ...process,
    conversations,
    desk,
    say: async (conversationId, text) => (await turns.submit({ caller: options.caller, conversationId, text })).result,
    async close() {
      conversations.close();
      await process.close();
    },
  };
}

const addCustomers = ({ db }: DatabaseHandle) =>
  db
    .insertInto('customers')
    .values(
      ['C1', 'C2'].map((id) => ({
        id,
        name: JSON.stringify({ zh: '林小雨', en: 'Lin Xiaoyu' }),
        email: 'lin@example.com',
        phone: null,
        locale: 'zh' as const,
      })),
    )
    .execute();

const addAgent = ({ db }: DatabaseHandle, name: string): Promise<StaffMember> =>
  db
    .insertInto('staff')
    .values({ name, email: `${name}@example.com`, role: 'agent', password_hash: 'x' })
    .returning(['id', 'email', 'name', 'role'])
    .executeTakeFirstOrThrow();
