import { EVERYBODY, SIGNED_IN } from '../../../knowledge/audiences.ts';
import type { Retriever } from '../../../knowledge/types.ts';
import type { TurnCaller } from '../../ports.ts';

/** A retriever that finds what this caller may read, and nothing else: visitors what is public, customers their own too. */
export function forCaller(retriever: Retriever, { kind }: Pick<TurnCaller, 'kind'>): Retriever {
  const audiences = kind === 'customer' ? [EVERYBODY, SIGNED_IN] : [EVERYBODY];
  return { search: (request, signal) => retriever.search({ ...request, audiences }, signal) };
}
