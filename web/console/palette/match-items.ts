import type { PageIconName } from '../../design/page-icons.ts';

/** Something that the palette finds: a place to go to, or something to do. */
export interface PaletteItem {
  key: string;
  group: string;
  icon: PageIconName;
  title: string;
  /** What else it is found by and shown with, such as its section. */
  detail?: string;
  /** Found by the server for what was typed: it stays, whatever its words. */
  fits?: boolean;
  run: () => void;
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase();

const WORST = 3;

/** How well a text fits what was typed: all words must be in it; undefined when one is not. Smaller is better. */
function rank(words: string[], title: string, detail: string): number | undefined {
  if (!words.every((word) => title.includes(word) || detail.includes(word))) return undefined;
  const [first = ''] = words;
  if (title.startsWith(first)) return 0;
  if (title.includes(` ${first}`)) return 1;
  return title.includes(first) ? 2 : WORST;
}

/** The items that fit, the best of each group first, groups by their best; nothing typed: all, as they come. */
export function matchItems(items: PaletteItem[], typed: string, most = 30): PaletteItem[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return items.slice(0, most);
  const found = items.flatMap((item) => {
    const at = rank(words, fold(item.title), fold(item.detail ?? '')) ?? (item.fits ? WORST : undefined);
    return at === undefined ? [] : [{ item, at }];
  });
  const best = new Map<string, number>();
  for (const { item, at } of found) best.set(item.group, Math.min(at, best.get(item.group) ?? at));
  const ofGroup = (group: string) => best.get(group) ?? 0;
  const order = [...best.keys()];
  return found
    .toSorted(
      (a, b) =>
        ofGroup(a.item.group) - ofGroup(b.item.group) ||
        order.indexOf(a.item.group) - order.indexOf(b.item.group) ||
        a.at - b.at,
    )
    .slice(0, most)
    .map(({ item }) => item);
}
