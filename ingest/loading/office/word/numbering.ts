import { childrenOf, find, parseXml, type XmlElement } from '../xml.ts';

/** How paragraphs of one level are numbered. */
export interface NumberedLevel {
  format: string;
  /** "%1.%2": the numbers of the levels, from 1, in what surrounds them. */
  text: string;
  start: number;
  /** From 1: a number of this level or one above it begins the count anew; 0: none does. */
  restart: number;
  /** All numbers in digits, whatever their levels' own formats. */
  legal: boolean;
  /** Paragraphs of this style are on this level. */
  style: string | undefined;
}

export interface NumberedList {
  /** Lists of the same one count on from each other. */
  counted: string;
  levels: NumberedLevel[];
  /** Levels that this list begins anew, with their first number. */
  starts: Map<number, number>;
}

export interface NumberOf {
  list: string;
  level: number;
}

/** What a Word file says of its numbers. */
export interface Numbering {
  lists: Map<string, NumberedList>;
  /** What paragraphs of a style have, without saying it themselves. */
  styles: Map<string, NumberOf>;
}

const valIn = (element: XmlElement | undefined, name: string): string | undefined =>
  childrenOf(element, name)[0]?.attributes.val;

const numberIn = (element: XmlElement | undefined, name: string): number | undefined => {
  const value = valIn(element, name);
  return value === undefined ? undefined : Number(value) || 0;
};

const isOff = (value: string | undefined) => value === '0' || value === 'false';

function readLevel(element: XmlElement): NumberedLevel {
  const legal = childrenOf(element, 'isLgl')[0];
  return {
    format: valIn(element, 'numFmt') ?? find(element, 'numFmt')?.attributes.val ?? 'decimal',
    text: valIn(element, 'lvlText') ?? '',
    start: numberIn(element, 'start') ?? 0,
    restart: numberIn(element, 'lvlRestart') ?? Number(element.attributes.ilvl),
    legal: legal !== undefined && !isOff(legal.attributes.val),
    style: valIn(element, 'pStyle'),
  };
}

function readLevels(element: XmlElement): NumberedLevel[] {
  const levels: NumberedLevel[] = [];
  for (const level of childrenOf(element, 'lvl')) levels[Number(level.attributes.ilvl)] = readLevel(level);
  return levels;
}

/** A list with what it changes of the one it is made from. */
function readList(element: XmlElement, counted: string, levels: NumberedLevel[]): NumberedList {
  const list: NumberedList = { counted, levels: [...levels], starts: new Map() };
  for (const change of childrenOf(element, 'lvlOverride')) {
    const at = Number(change.attributes.ilvl);
    const start = numberIn(change, 'startOverride');
    const level = childrenOf(change, 'lvl')[0];
    if (level) list.levels[at] = readLevel(level);
    if (start !== undefined) list.starts.set(at, start);
  }
  return list;
}

function readLists(root: XmlElement | undefined): Map<string, NumberedList> {
  const abstract = new Map(childrenOf(root, 'abstractNum').map((one) => [one.attributes.abstractNumId ?? '', one]));
  // A style of lists has its levels where it is defined; others only name it.
  const ofStyle = new Map([...abstract].map(([id, one]) => [valIn(one, 'styleLink'), id]));
  const lists = new Map<string, NumberedList>();
  for (const element of childrenOf(root, 'num')) {
    const id = valIn(element, 'abstractNumId') ?? '';
    const counted = ofStyle.get(valIn(abstract.get(id), 'numStyleLink') ?? '-') ?? id;
    const source = abstract.get(counted);
    if (source) lists.set(element.attributes.numId ?? '', readList(element, counted, readLevels(source)));
  }
  return lists;
}

/** A style may take its number, or the level of it, from the style that it is based on. */
function readStyles(root: XmlElement | undefined, lists: Map<string, NumberedList>): Map<string, NumberOf> {
  const styles = new Map(childrenOf(root, 'style').map((style) => [style.attributes.styleId ?? '', style]));
  const out = new Map<string, NumberOf>();
  for (const id of styles.keys()) {
    let list: string | undefined;
    let level: number | undefined;
    const seen = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = valIn(styles.get(at), 'basedOn')) {
      seen.add(at);
      const own = childrenOf(childrenOf(styles.get(at), 'pPr')[0], 'numPr')[0];
      list ??= valIn(own, 'numId');
      level ??= numberIn(own, 'ilvl');
    }
    if (list === undefined) continue;
    const named = lists.get(list)?.levels.findIndex((one) => one?.style === id) ?? -1;
    out.set(id, { list, level: named >= 0 ? named : (level ?? 0) });
  }
  return out;
}

/** Reads `word/numbering.xml` and the numbers in `word/styles.xml`. */
export function readNumbering(numbering: string, styles: string | undefined): Numbering {
  const root = (source: string) => parseXml(source).children[0];
  const lists = readLists(root(numbering));
  return { lists, styles: styles === undefined ? new Map() : readStyles(root(styles), lists) };
}
