import { loadIntents } from '../../understanding/intents.ts';
import type { Language, UnderstoodRequest } from '../../understanding/types.ts';
import { loadRequestsCases } from './cases.ts';

export interface SplittingScores {
  /** Shares of 1: two requests cut into two; and each with the right route too; one request left whole. */
  split: number;
  routed: number;
  whole: number;
  mistakes: { text: string; expected: string; said: string }[];
}

/** How well messages are cut into the requests in them. */
export function scoreSplitting(
  language: Language,
  understand: (text: string) => readonly UnderstoodRequest[],
): SplittingScores {
  const { routeOf } = loadIntents();
  const rows = loadRequestsCases(language).map(({ text, intents }) => {
    const said = understand(text);
    const right = said.length === Math.max(1, intents.length);
    const routed = right && intents.every((intent, i) => said[i]?.route === routeOf.get(intent));
    return { text, intents, said, right, routed };
  });
  const two = rows.filter(({ intents }) => intents.length > 1);
  const one = rows.filter(({ intents }) => intents.length <= 1);
  const share = (of: typeof rows, test: (row: (typeof rows)[number]) => boolean): number =>
    of.filter(test).length / Math.max(1, of.length);
  return {
    split: share(two, ({ right }) => right),
    routed: share(two, ({ routed }) => routed),
    whole: share(one, ({ right }) => right),
    mistakes: rows
      .filter(({ routed, right, intents }) => !(intents.length > 1 ? routed : right))
      .map(({ text, intents, said }) => ({
        text,
        expected: intents.join(' + ') || 'one request',
        said: said.map(({ intent, route }) => `${intent}/${route}`).join(' + '),
      })),
  };
}
