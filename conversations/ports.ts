import type { PageContext } from '../graph/ports.ts';
import type { TurnEvent } from '../graph/turn-events.ts';
import type { ConfirmationView, TurnResult } from '../graph/turn-result.ts';
import type { HandoffContact } from '../stores/handoff-json.ts';
import type { ConversationStatus, Language, OwnerKind, StaffRole } from '../stores/schema.ts';
import type { Approval } from './desk/approvals/list-approvals.ts';
import type { Attempt } from './desk/attempts.ts';
import type { ChangeProposal } from './desk/changes/list-proposals.ts';
import type { CustomerHandoff, HandoffView } from './handoff/customer-handoff.ts';

/** Who speaks as a customer: read from the verified token, never from a request's body. */
export interface Caller {
  kind: OwnerKind;
  id: string;
  name?: string;
  locale?: Language;
}

export interface StaffMember {
  id: string;
  email: string;
  name: string;
  role: StaffRole;
}

export interface TurnRequest {
  caller: Caller;
  /** Absent: a new conversation. One that does not exist yet is made with this id (AI SDK clients name theirs). */
  conversationId?: string;
  /** The client's id of the message: a resend with the same id gets the same reply and does nothing twice. */
  messageId?: string;
  text: string;
  locale?: Language;
  channel?: string;
  /** What is before the customer on the shop's page. */
  context?: PageContext;
}

/** `index` counts a turn's events from 1; resuming asks for those after the last one seen. */
export interface NumberedTurnEvent {
  index: number;
  event: TurnEvent;
}

/** A turn that was admitted. It runs to its end whether or not anybody listens. */
export interface TurnHandle {
  conversationId: string;
  /** The stored customer message. */
  messageId: string;
  replyId: string;
  /** From the event after `after` (default 0: all) to finish or error; aborting ends the listening only. */
  events(options?: { after?: number; signal?: AbortSignal }): AsyncIterable<NumberedTurnEvent>;
  /** Rejects with an AppError when the turn could not be answered at all. */
  result: Promise<TurnResult>;
}

export interface TurnService {
  /** Stores the message, then runs its turn after those before it. AppError too_many_requests when the queue is full. */
  submit(request: TurnRequest): Promise<TurnHandle>;
  /** The conversation's running turn, or its last; undefined when there is none. Not found for another's. */
  current(caller: Caller, conversationId: string): Promise<TurnHandle | undefined>;
  /** Ends intake, waits for running turns up to `graceMs`; those left are taken up by the next process. */
  close(graceMs: number): Promise<void>;
}

export interface MessageView {
  id: string;
  author: 'customer' | 'bot' | 'agent' | 'system';
  /** The agent's name, for author 'agent'. */
  agentName?: string;
  text: string;
  createdAt: string;
  language: Language | null;
  /** For author 'bot': citations, cards, confirmation and the rest of the turn. */
  result?: TurnResult;
  /** For author 'agent': a change that the customer is to confirm. */
  confirmation?: ConfirmationView;
  feedback?: 'up' | 'down';
}

/** What a customer did with product cards of one reply. */
export interface CardEvent {
  messageId: string;
  kind: 'shown' | 'clicked' | 'added';
  productIds: string[];
}

/** What ended a question that nobody answered: a newer one, a person, the end of the talk, or the agent who asked it. */
export type EndedBy = 'replaced' | 'person' | 'closed' | 'withdrawn';

/** What became of a change that was put to the customer. */
export interface ConfirmationOutcome {
  /** `approved`: agreed to and being carried out. */
  status: ChangeProposal['status'];
  /** Since when it stands so, ISO 8601; null while it is open. */
  at: string | null;
  /** Who decided it; null: nobody did. */
  by: 'customer' | 'colleague' | null;
  /** Why one that nobody answered is over. */
  ended: 'time' | EndedBy | null;
  /** The shop's rule that it failed on, or what the colleague who declined it noted. */
  note: string | null;
  /** It was agreed to before, and the shop's system did not carry it out, or has not said whether it did. */
  shop: 'unavailable' | 'refused' | 'in_doubt' | null;
}

export interface ConversationView {
  conversationId: string;
  status: ConversationStatus;
  language: Language;
  messages: MessageView[];
  /** The write that waits for the customer's yes or no. */
  pendingConfirmation: ConfirmationView | null;
  /** What became of each change that these messages put to the customer, by the confirmation's id. */
  outcomes: Record<string, ConfirmationOutcome>;
  /** While the customer waits for a person or talks to one. */
  handoff: HandoffView | null;
  /** The newest event's number: live events after it are not in this view. */
  lastEventId: number;
  /** The server's time, ISO 8601: what `expiresAt` is measured by. */
  now: string;
}

/** What a live listener of a conversation hears, numbered from 1 without gaps; `typing` is stored nowhere and has no number. */
export interface ConversationEvent {
  id: number | null;
  type: 'message' | 'status' | 'confirmation' | 'typing';
  payload: Record<string, unknown>;
}

/** The customer's side of a conversation beside its turns. Another's conversation answers as a missing one. */
export interface ConversationService {
  /** The caller's own conversation whose last word is this reply; undefined when there is none. */
  continued(caller: Caller, lastReply: string): Promise<string | undefined>;
  history(caller: Caller, conversationId: string): Promise<ConversationView>;
  events(
    caller: Caller,
    conversationId: string,
    options: { after?: number; signal: AbortSignal },
  ): AsyncIterable<ConversationEvent>;
  readonly handoff: CustomerHandoff;
  /** Tells the agent who has the conversation that the customer is writing. */
  type(caller: Caller, conversationId: string): Promise<void>;
  /** Settles once; a second time is a conflict with code confirmation_settled, an expired one confirmation_expired. */
  settleConfirmation(
    caller: Caller,
    conversationId: string,
    confirmationId: string,
    approve: boolean,
  ): Promise<TurnResult>;
  giveFeedback(
    caller: Caller,
    conversationId: string,
    feedback: { messageId: string; rating: 'up' | 'down'; reason?: string; comment?: string },
  ): Promise<void>;
  /** How many of the products were not known before to have been shown, clicked or put into the basket. */
  keepCardEvent(caller: Caller, conversationId: string, event: CardEvent): Promise<number>;
}

export interface DeskEntry {
  conversationId: string;
  status: ConversationStatus;
  customer: { kind: OwnerKind; id: string; name: string | null };
  language: Language;
  reason: string | null;
  summary: string | null;
  mood: string;
  /** Name of the manager's rule that called a person. */
  rule: string | null;
  contact: HandoffContact | null;
  labels: string[];
  waitingSince: string | null;
  claimedAt: string | null;
  firstReplyAt: string | null;
  /** The customer's first message that no agent has answered yet. */
  unansweredSince: string | null;
  claimedBy: { id: string; name: string } | null;
  lastMessage: { author: string; text: string; at: string } | null;
}

/** `original`: what an agent wrote before it was translated for the customer. */
export type DeskMessage = MessageView & { original?: string };

export interface DeskConversation extends DeskEntry {
  messages: DeskMessage[];
  /** As the customer's own view has them. */
  outcomes: ConversationView['outcomes'];
  notes: Array<{ id: string; author: string; text: string; createdAt: string }>;
  /** The customer's own record and latest orders as order cards; null for a visitor. */
  profile: { id: string; name: string; email: string | null; phone: string | null; locale: string } | null;
  orders: Array<Record<string, unknown>>;
  /** What the bot tried before, oldest first. */
  tried: Attempt[];
  /** Changes of this customer that wait for a person's approval. */
  approvals: Approval[];
  /** Changes that agents proposed here, newest first, and what became of them. */
  proposals: ChangeProposal[];
}

/** `typing`: the customer is writing. */
export type DeskChange =
  | { type: 'changed'; conversationId: string; status: ConversationStatus }
  | { type: 'typing'; conversationId: string };

/** The agents' side. Claiming what another has, or replying without a claim, is a conflict. */
export interface DeskService {
  list(options: {
    status?: Array<'waiting' | 'human' | 'closed'>;
    label?: string;
    limit?: number;
  }): Promise<DeskEntry[]>;
  open(conversationId: string): Promise<DeskConversation>;
  claim(conversationId: string, staff: StaffMember): Promise<DeskEntry>;
  /**
   * With the client's id of the message, a resend is answered with what was stored, whatever happened since. `original`
   * is kept for the desk where `text` is its translation.
   */
  reply(
    conversationId: string,
    staff: StaffMember,
    text: string,
    details?: { messageId?: string | undefined; original?: string | undefined },
  ): Promise<MessageView>;
  /** With the client's id of the note, a resend finds the one that stands there. */
  note(conversationId: string, staff: StaffMember, text: string, noteId?: string): Promise<{ id: string }>;
  /** To another agent, who has it from then on. */
  transfer(conversationId: string, staff: StaffMember, toStaffId: string): Promise<DeskEntry>;
  /** Back into the queue, at its old place. */
  release(conversationId: string, staff: StaffMember): Promise<DeskEntry>;
  /** To the bot; `learned` is what it should know and the customer does not read. */
  giveBack(conversationId: string, staff: StaffMember, learned?: string): Promise<DeskEntry>;
  resolve(conversationId: string, staff: StaffMember): Promise<DeskEntry>;
  suggest(conversationId: string, staff: StaffMember): Promise<{ text: string; citations: TurnResult['citations'] }>;
  /** One event whenever an entry changed or wrote: the console then reads it again. */
  events(options: { signal: AbortSignal }): AsyncIterable<DeskChange>;
  /** Tells the customer that their agent is writing; nothing happens for anybody else. */
  type(conversationId: string, staff: StaffMember): Promise<void>;
}
