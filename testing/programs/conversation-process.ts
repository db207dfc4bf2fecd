import { pino } from 'pino';
import { createProposalSettler } from '../../conversations/desk/changes/settle-proposal.ts';
import { createCustomerHandoff } from '../../conversations/handoff/customer-handoff.ts';
import type { TurnLimits } from '../../conversations/turns/turn-limits.ts';
import { createTurnService, type RunningTurnService } from '../../conversations/turns/turn-service.ts';
import type { TurnSummary } from '../../conversations/turns/turn-step.ts';
import { type DatabaseHandle, openDatabase } from '../../stores/database.ts';
import { createNotifications, type Notifications } from '../../stores/notifications.ts';
import { WRITE_TOOLS } from '../../tools/changes/write-tools.ts';
import { parsePolicy } from '../../tools/policy/read-policy.ts';
import { createConfirmationSettler } from '../../tools/settle-confirmation.ts';
import { createScriptedRunner, type Script, type ScriptedRunner } from '../scripted-runner.ts';

/** What one process of the program has for conversations: its own pool, its own LISTEN connection, its own turns. */
export interface ConversationProcess {
  database: DatabaseHandle;
  notifications: Notifications;
  turns: RunningTurnService;
  runner: ScriptedRunner;
  summaries: TurnSummary[];
  close(): Promise<void>;
  /** As a crash would: the connections go, nothing is told or stored. */
  crash(): Promise<void>;
}

/** Seconds instead of tens of them, so that tests of crashes end soon. */
const QUICK: Partial<TurnLimits> = { leaseMs: 1_000, renewMs: 250, recoverMs: 300, orphanMs: 500, pollMs: 200 };

/** A shop that does not say when people answer. */
export const HOURLESS = { openingHours: null, supportHours: null, timeZone: 'Asia/Shanghai' };

/** A shop that says nothing of what it allows: careful defaults hold. */
export const RULELESS = parsePolicy({});

export async function startConversationProcess(options: {
  url: string;
  script: Script;
  limits?: Partial<TurnLimits>;
  alone?: boolean;
}): Promise<ConversationProcess> {
  const logger = pino({ level: 'silent' });
  const database = openDatabase({ url: options.url, logger, max: 10 });
  const notifications = await createNotifications({ url: options.url, logger });
  const runner = createScriptedRunner(options.script);
  const summaries: TurnSummary[] = [];
  const turns = createTurnService({
    database,
    runner,
    notifications,
    logger,
    limits: { ...QUICK, ...options.limits },
    alone: options.alone,
    leaveQueue: createCustomerHandoff({ db: database.db, shop: HOURLESS }).cancel,
    proposals: createProposalSettler({
      db: database.db,
      settler: createConfirmationSettler({ db: database.db, tools: WRITE_TOOLS, policy: RULELESS }),
      shop: { currency: 'CNY', timeZone: HOURLESS.timeZone },
    }),
    onTurn: (summary) => summaries.push(summary),
  });
  const crash = async () => {
    await notifications.close();
    await database.close();
  };
  return {
    database,
    notifications,
    turns,
    runner,
    summaries,
    crash: async () => {
      await crash();
      await turns.close(0).catch(() => undefined);
    },
    close: async () => {
      await turns.close(1_000);
      await crash();
    },
  };
}
