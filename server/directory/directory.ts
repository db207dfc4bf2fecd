import type { Kysely } from 'kysely';
import type { Database } from '../../stores/schema.ts';
import { type ConversationList, createConversationList } from './conversation-list.ts';
import { createDemoCustomers, type DemoCustomers } from './demo-customers.ts';
import { createStaffAccounts, type StaffAccounts } from './staff-accounts.ts';
import { createStaffTeam, type StaffTeam } from './staff-team.ts';

/** What the server itself looks up about people; everything else goes through the services. */
export interface Directory {
  staff: StaffAccounts;
  team: StaffTeam;
  demoCustomers: DemoCustomers;
  conversations: ConversationList;
}

export const createDirectory = (db: Kysely<Database>): Directory => ({
  staff: createStaffAccounts(db),
  team: createStaffTeam(db),
  demoCustomers: createDemoCustomers(db),
  conversations: createConversationList(db),
});
