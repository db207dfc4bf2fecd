/** A variable that names no setting, and the setting that it very nearly names. */
export interface Misspelt {
  name: string;
  meant: string;
}

/** So many letters may be wrong, too many or missing. */
const SLIPS = 2;

/** The variables of an environment that were meant for settings and are none, by the names that Kefu's own settings have. */
export function misspeltSettings(names: readonly string[], settings: readonly string[]): Misspelt[] {
  const own = settings.filter((setting) => /^(?:KEFU|OPENAI)_/.test(setting));
  return names.flatMap((name) => {
    if (settings.includes(name)) return [];
    const [nearest] = own
      .map((meant) => ({ meant, slips: slipsBetween(name, meant) }))
      .filter(({ slips }) => slips <= SLIPS)
      .sort((a, b) => a.slips - b.slips);
    return nearest ? [{ name, meant: nearest.meant }] : [];
  });
}

/** Levenshtein's distance; more than is of interest where the lengths tell that already. */
function slipsBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > SLIPS) return SLIPS + 1;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1];
    for (const [at, other] of [...b].entries())
      next.push(
        Math.min(
          (next[at] ?? 0) + 1,
          (row[at + 1] ?? 0) + 1,
          (row[at] ?? 0) + (letter.toLowerCase() === other.toLowerCase() ? 0 : 1),
        ),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}
