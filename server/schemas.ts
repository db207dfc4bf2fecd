/** The wire of Kefu's API: zod schemas, and the types that the web imports. */
export type { DeskSettings as DeskSettingsBody } from '../conversations/desk/desk-settings.ts';
export type {
  ConversationView,
  DeskConversation,
  DeskEntry,
  MessageView,
} from '../conversations/ports.ts';
export type {
  ArrivalView,
  Card,
  Citation,
  ComparisonCard,
  ConfirmationView,
  OrderCard,
  ProductsCard,
  ShipmentView,
  TurnResult,
} from '../graph/turn-result.ts';
export * from './schemas/card-events.ts';
export type { ApprovalBody, LedgerRowBody } from './schemas/change-desk.ts';
export * from './schemas/chat.ts';
export * from './schemas/conversations.ts';
export * from './schemas/desk.ts';
export * from './schemas/desk-tools.ts';
export * from './schemas/desk-translation.ts';
export * from './schemas/eval-cases.ts';
export * from './schemas/evals.ts';
export * from './schemas/fields.ts';
export * from './schemas/insights.ts';
export * from './schemas/knowledge.ts';
export * from './schemas/openai.ts';
export * from './schemas/operations.ts';
export * from './schemas/order-changes.ts';
export * from './schemas/paging.ts';
export * from './schemas/people.ts';
export * from './schemas/problem.ts';
export * from './schemas/purges.ts';
export * from './schemas/quality.ts';
export * from './schemas/review.ts';
export * from './schemas/search.ts';
export * from './schemas/settings.ts';
export * from './schemas/staff.ts';
