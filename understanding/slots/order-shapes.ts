/** What a shop's own order numbers look like. */
export interface OrderShapes {
  /** Whether a code of a message could be one; `#`, dashes and the letters' case don't matter. */
  fits(code: string): boolean;
  /** As `fits`, and it begins as all of them do, by three characters or more: nothing else is meant then, not even a telephone. */
  fitsSurely(code: string): boolean;
}

/** Without this many characters a number is anything: it needs a word before it. */
const LEAST = 5;
const SURE_START = 3;
/** More shapes than this are no shapes. */
const MOST_SHAPES = 20;

/** Learns the shapes from some of the shop's order numbers; a letter stands for itself, a digit for any, lengths may differ by one. */
export function createOrderShapes(ids: readonly string[]): OrderShapes {
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    const plain = plainCode(id);
    const shape = plain.replace(/\d+/g, '9');
    const group = groups.get(shape);
    if (group) group.push(plain);
    else if (groups.size < MOST_SHAPES) groups.set(shape, [plain]);
  }
  const shapes = [...groups.values()].map((group) => ({ pattern: patternOf(group), start: commonStart(group) }));
  const fitting = (code: string) => {
    const plain = plainCode(code);
    return plain.length < LEAST
      ? []
      : shapes.filter(({ pattern }) => pattern.test(plain)).map(({ start }) => ({ start, plain }));
  };
  return {
    fits: (code) => fitting(code).length > 0,
    fitsSurely: (code) =>
      fitting(code).some(({ start, plain }) => start.length >= SURE_START && plain.startsWith(start)),
  };
}

function plainCode(id: string): string {
  return id
    .normalize('NFKC')
    .replace(/[\s#_-]/g, '')
    .toUpperCase();
}

/** Runs of digits between what stays, each as long as the shortest and longest seen, give or take one. */
function patternOf(group: readonly string[]): RegExp {
  const runs = group.map((id) => id.match(/\d+/g) ?? []);
  let at = 0;
  const source = (group[0] ?? '').replace(/\d+|[^\dA-Z]/g, (part) => {
    if (!/\d/.test(part)) return `\\u{${(part.codePointAt(0) ?? 0).toString(16)}}`;
    const lengths = runs.map((run) => run[at]?.length ?? 1);
    at++;
    return `\\d{${Math.max(1, Math.min(...lengths) - 1)},${Math.max(...lengths) + 1}}`;
  });
  return new RegExp(`^${source}$`, 'u');
}

/** What several numbers all begin with; nothing for a single one. */
function commonStart(group: readonly string[]): string {
  const [first = '', ...others] = group;
  if (others.length === 0) return '';
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}
