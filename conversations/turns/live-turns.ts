import type { LiveTurn } from './live-turn.ts';
import type { TurnLimits } from './turn-limits.ts';

/** The turns whose events this process has: open ones, and for a while those that ended. */
export interface LiveTurns {
  get(turnId: string): LiveTurn | undefined;
  isOpen(turnId: string): boolean;
  add(turn: LiveTurn): void;
  /** Every open turn. */
  open(): LiveTurn[];
  clear(): void;
}

export function createLiveTurns(limits: Pick<TurnLimits, 'keepMs' | 'keepTurns'>): LiveTurns {
  const open = new Map<string, LiveTurn>();
  /** Oldest first. */
  const ended = new Map<string, { turn: LiveTurn; until: number }>();

  const prune = () => {
    const now = Date.now();
    for (const [turnId, { until }] of ended) {
      if (until > now && ended.size <= limits.keepTurns) break;
      ended.delete(turnId);
    }
  };

  const settled = (turn: LiveTurn, answered: boolean) => {
    if (open.get(turn.turnId) !== turn) return;
    open.delete(turn.turnId);
    if (answered) ended.set(turn.turnId, { turn, until: Date.now() + limits.keepMs });
    prune();
  };

  return {
    get(turnId) {
      prune();
      return open.get(turnId) ?? ended.get(turnId)?.turn;
    },
    isOpen: (turnId) => open.has(turnId),
    add(turn) {
      open.set(turn.turnId, turn);
      turn.result.then(
        () => settled(turn, true),
        () => settled(turn, false),
      );
    },
    open: () => [...open.values()],
    clear() {
      open.clear();
      ended.clear();
    },
  };
}
