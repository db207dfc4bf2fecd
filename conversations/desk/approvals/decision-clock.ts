import type { Logger } from '../../../config/logger.ts';
import { createRounds, type Rounds } from '../../rounds.ts';
import type { Decisions } from './decisions.ts';

const EVERY_MS = 15_000;
/** Longer than a shop's system may take: what is older broke off. */
const BROKEN_OFF_MS = 60_000;

/**
 * Takes up decisions of the desk that a crash broke off, so that no customer stays untold. Every process may run it:
 * a decision is carried out and told once. Whoever creates it stops it.
 */
export const createDecisionClock = (deps: { decisions: Pick<Decisions, 'resume'>; logger: Logger }): Rounds =>
  createRounds({
    everyMs: EVERY_MS,
    round: () => deps.decisions.resume(new Date(Date.now() - BROKEN_OFF_MS)),
    onFault: (error) => deps.logger.warn({ err: error }, 'a decision about a change could not be carried on'),
  });
