/** How far a client has heard a turn; what Last-Event-ID brings back. */
export interface StreamPosition {
  replyId: string;
  /** Number of the turn's event that was heard last, from 1. */
  index: number;
  /** The text part that was open after it; 0 for none. */
  openText: number;
}

/** `<replyId>:<index>`, with `:<text part>` behind it while one is open. */
export const writePosition = ({ replyId, index, openText }: StreamPosition): string =>
  openText > 0 ? `${replyId}:${index}:${openText}` : `${replyId}:${index}`;

/** Reads it back for a turn; undefined when the id is missing, garbled or of another turn: then all is sent. */
export function readPosition(id: string | undefined, replyId: string): StreamPosition | undefined {
  if (!id?.startsWith(`${replyId}:`)) return undefined;
  const match = /^(\d{1,9})(?::(\d{1,9}))?$/.exec(id.slice(replyId.length + 1));
  return match ? { replyId, index: Number(match[1]), openText: Number(match[2] ?? 0) } : undefined;
}
