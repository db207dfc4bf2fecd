import type { Problem } from '../api/problem.ts';
import type { Dictionary } from '../i18n/dictionary.ts';

/** A fault in the customer's words. The server's own sentence stays out: it is written for whoever calls the API. */
export function explain(t: Dictionary, problem: Problem): string {
  if (problem.code === 'network') return t.faultNetwork;
  if (problem.status === 429) return t.faultTooMany;
  if (problem.status === 401) return t.faultUnauthorized;
  if (problem.code === 'confirmation_settled') return t.faultSettled;
  if (problem.code === 'confirmation_expired') return t.faultExpired;
  return t.faultOther;
}
