import type { Kysely } from 'kysely';
import type { Database } from '../../stores/schema.ts';
import type { HandoffRuleService } from '../handoff/rule-service.ts';
import { type CannedReplies, createCannedReplies } from './canned-replies.ts';
import { type DeskSettings, readDeskSettings, writeDeskSettings } from './desk-settings.ts';
import { type ConversationLabels, createConversationLabels } from './labels.ts';
import { createPresence, type Presence } from './presence.ts';

/** What agents and their managers set up around the conversations. */
export interface DeskTools {
  rules: Omit<HandoffRuleService, 'inForce'>;
  replies: CannedReplies;
  labels: ConversationLabels;
  presence: Presence;
  settings: { read(): Promise<DeskSettings>; write(settings: DeskSettings): Promise<DeskSettings> };
}

export const createDeskTools = (db: Kysely<Database>, rules: DeskTools['rules']): DeskTools => ({
  rules,
  replies: createCannedReplies(db),
  labels: createConversationLabels(db),
  presence: createPresence(db),
  settings: { read: () => readDeskSettings(db), write: (settings) => writeDeskSettings(db, settings) },
});
