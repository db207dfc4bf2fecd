import { createHash } from 'node:crypto';
import { AppError } from '../config/errors.ts';
import type { Caller, TurnHandle, TurnRequest, TurnService } from '../conversations/ports.ts';
import { conversationIdSchema } from './schemas/fields.ts';

export interface NamedTurn extends Omit<TurnRequest, 'conversationId'> {
  /** From the header: a conversation's id. */
  conversationId: string | undefined;
  /** OpenAI's field `user`: any string, often the same constant for everybody. */
  user: string | undefined;
}

/**
 * Submits to the conversation that the header or `user` names. A `user` that can't be an id, or is the id of
 * another's conversation, names one of the caller's own all the same.
 */
export async function submitNamed(turns: Pick<TurnService, 'submit'>, turn: NamedTurn): Promise<TurnHandle> {
  const { user, ...request } = turn;
  if (request.conversationId !== undefined || user === undefined) return turns.submit(request);
  if (conversationIdSchema.safeParse(user).success) {
    try {
      return await turns.submit({ ...request, conversationId: user });
    } catch (error) {
      if (!(error instanceof AppError) || error.status !== 404) throw error;
    }
  }
  return turns.submit({ ...request, conversationId: ownConversation(request.caller, user) });
}

function ownConversation({ kind, id }: Caller, user: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([kind, id, user]))
    .digest('hex');
  return `user-${digest.slice(0, 32)}`;
}
