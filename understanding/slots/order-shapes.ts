/** What a shop's own order numbers look like. */
export interface OrderShapes {
  /** Whether a code of a message could be one; what stands between letters and digits and the letters' case don't matter. */
  fits(code: string): boolean;
  /** As `fits` for numbers of any length ("O-7", "12"): these need words of an order before them. */
  fitsShort(code: string): boolean;
  /** As `fits`, and it begins as all of them do, by three characters or more: nothing else is meant then, not even a telephone. */
  fitsSurely(code: string): boolean;
  /** Signs within the numbers beside dashes and underscores ("SO/2026/0098"): a code with one of them is read whole. */
  separators: string;
}

/** Without this many characters a number is anything: it needs a word before it. */
const LEAST = 5;
const SURE_START = 3;
/** More shapes than this are none that a shop chose: the letters are drawn at random. */
const MOST_SHAPES = 20;
/** So many numbers with a shape of their own, or more, are drawn at random too. */
const RANDOM_SHAPES = 4;
const RANDOM_SHARE = 0.5;
const SEPARATOR = /[/.:]/g;

interface Shape {
  pattern: RegExp;
  start: string;
}

/**
 * Learns the shapes from some of the shop's order numbers; a letter stands for itself, a digit for any, lengths may
 * differ by one. Where letters and digits are mixed at random, any of them stands for any, after what all begin with.
 */
export function createOrderShapes(ids: readonly string[]): OrderShapes {
  const groups = Map.groupBy(new Set(ids.map(plainCode)), (plain) => plain.replace(/\d+/g, '9'));
  const random =
    groups.size > MOST_SHAPES || (groups.size >= RANDOM_SHAPES && groups.size >= ids.length * RANDOM_SHARE);
  const shapes: Shape[] = [
    ...[...groups.values()]
      .slice(0, MOST_SHAPES)
      .map((group) => ({ pattern: patternOf(group), start: commonStart(group) })),
    ...(random ? randomShape([...groups.values()].flat()) : []),
  ];
  const fitting = (code: string, least = LEAST) => {
    const plain = plainCode(code);
    return plain.length < least
      ? []
      : shapes.filter(({ pattern }) => pattern.test(plain)).map(({ start }) => ({ start, plain }));
  };
  return {
    fits: (code) => fitting(code).length > 0,
    fitsShort: (code) => fitting(code, 1).length > 0,
    fitsSurely: (code) =>
      fitting(code).some(({ start, plain }) => start.length >= SURE_START && plain.startsWith(start)),
    separators: [...new Set(ids.flatMap((id) => id.normalize('NFKC').match(SEPARATOR) ?? []))].join(''),
  };
}

function plainCode(id: string): string {
  return id
    .normalize('NFKC')
    .replace(/[\s#_/.:-]/g, '')
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

/** Letters and digits in any order, with a digit among them, as long as those seen; none where the numbers are short. */
function randomShape(ids: readonly string[]): Shape[] {
  const start = commonStart(ids);
  const lengths = ids.map(({ length }) => length - start.length);
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
  // Without a common start a short one would be any word with a digit.
  if (start.length === 0 && least <= LEAST) return [];
  const literal = start.replace(/[^\dA-Z]/g, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
  return [{ pattern: new RegExp(`^(?=.*\\d)${literal}[A-Z\\d]{${least},${most}}$`, 'u'), start }];
}

/** What several numbers all begin with; nothing for a single one. */
function commonStart(group: readonly string[]): string {
  const [first = '', ...others] = group;
  if (others.length === 0) return '';
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}
