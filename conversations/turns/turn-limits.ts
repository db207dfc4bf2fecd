/** Bounds of a process's turns; times in milliseconds. */
export interface TurnLimits {
  /** Turns of one conversation that wait or run in this process. */
  perConversation: number;
  /** Turns that wait or run in this process. */
  inProcess: number;
  running: number;
  /** Longest run of one turn; then the customer gets an apology. */
  turnMs: number;
  leaseMs: number;
  renewMs: number;
  recoverMs: number;
  /** A queued turn whose conversation nobody runs for this long belongs to a process that died. */
  orphanMs: number;
  /** A turn that waits for another process's looks again at least this often. */
  pollMs: number;
  attempts: number;
  /** How long, and how many, ended turns keep their events for an exact resume. */
  keepMs: number;
  keepTurns: number;
  /** Longest wait for a turn that another process runs. */
  followMs: number;
}

export const TURN_LIMITS: TurnLimits = {
  perConversation: 200,
  inProcess: 1_000,
  running: 64,
  turnMs: 60_000,
  leaseMs: 20_000,
  renewMs: 5_000,
  recoverMs: 10_000,
  orphanMs: 5_000,
  pollMs: 1_000,
  attempts: 3,
  keepMs: 60_000,
  keepTurns: 500,
  followMs: 300_000,
};
