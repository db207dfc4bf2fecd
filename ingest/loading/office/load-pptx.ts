import { leadOf } from '../list-lead.ts';
import { LoadFailure } from '../load-failure.ts';
import type { Block, LoadedDocument } from '../loaded-document.ts';
import { tableBlocks } from '../table-blocks.ts';
import { relationsOf } from './relations.ts';
import { type Archive, openArchive } from './unzip.ts';
import { childrenOf, find, findAll, isOn, parseXml, type XmlElement } from './xml.ts';

/*
 * Not the community's PPTXLoader: it gives one text for a whole presentation, without slides, titles or tables, and
 * needs officeparser, which unpacks without limits.
 */

const PRESENTATION = 'ppt/presentation.xml';
const MAX_SLIDES = 2_000;

/** A paragraph's letters; line breaks in it become spaces. */
function paragraphText(paragraph: XmlElement): string {
  return paragraph.children
    .map((part) => {
      if (part.name === 'r' || part.name === 'fld') return find(part, 't')?.text ?? '';
      return part.name === 'br' ? ' ' : '';
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

const textOf = (body: XmlElement | undefined): string =>
  body ? childrenOf(body, 'p').map(paragraphText).filter(Boolean).join(' ') : '';

/** Cells that others cover repeat what covers them, so that each row can be read alone. */
function tableRows(table: XmlElement): string[][] {
  const rows: string[][] = [];
  for (const row of childrenOf(table, 'tr')) {
    const cells: string[] = [];
    childrenOf(row, 'tc').forEach((cell, c) => {
      const above = rows.at(-1)?.[c] ?? '';
      if (isOn(cell.attributes.hMerge)) cells.push(cells.at(-1) ?? '');
      else if (isOn(cell.attributes.vMerge)) cells.push(above);
      else cells.push(textOf(find(cell, 'txBody')));
    });
    rows.push(cells);
  }
  return rows;
}

const placeholder = (shape: XmlElement) => {
  const mark = find(shape, 'ph');
  return mark ? (mark.attributes.type ?? 'body') : undefined;
};

/** What a diagram (SmartArt) says, from its own part of the file. */
type ReadDiagram = (id: string | undefined) => string[];

/** Blocks of one shape, or of all in a group. */
function shapeBlocks(shape: XmlElement, diagram: ReadDiagram): Block[] {
  if (shape.name === 'grpSp') return shapesOf(shape, diagram);
  if (shape.name === 'graphicFrame') {
    const table = find(shape, 'tbl');
    if (table) return tableBlocks(tableRows(table));
    return diagram(find(shape, 'relIds')?.attributes['r:dm']).map((text) => ({ kind: 'item', text: `- ${text}` }));
  }
  const body = childrenOf(shape, 'txBody')[0];
  const type = placeholder(shape);
  if (!body || type === 'sldNum' || type === 'dt' || type === 'ftr') return [];
  if (type === 'title' || type === 'ctrTitle') {
    const text = textOf(body);
    return text ? [{ kind: 'heading', level: 1, text }] : [];
  }
  const paragraphs = childrenOf(body, 'p').map((one) => ({
    text: paragraphText(one),
    bullet: find(one, 'buNone') === undefined,
    marked: (find(one, 'buChar') ?? find(one, 'buAutoNum')) !== undefined,
    level: Number(childrenOf(one, 'pPr')[0]?.attributes.lvl ?? 0),
  }));
  const filled = paragraphs.filter(({ text }) => text !== '');
  const marked = filled.some(({ marked }) => marked);
  const list = type !== 'subTitle' && (type !== undefined || marked) && filled.length > 1;
  return list ? listBlocks(filled) : filled.map(({ text }): Block => ({ kind: 'text', text }));
}

/** Points of a list; those of an inner list begin with the point that holds it. */
function listBlocks(points: Array<{ text: string; bullet: boolean; level: number }>): Block[] {
  let leads: Array<{ level: number; text: string }> = [];
  return points.flatMap(({ text, bullet, level }, i): Block[] => {
    leads = leads.filter((lead) => lead.level < level);
    const said = leads.map((lead) => lead.text).join('') + text;
    const lead = (points[i + 1]?.level ?? 0) > level ? leadOf(text) : undefined;
    if (lead) leads.push({ level, text: lead });
    return lead ? [] : [bullet ? { kind: 'item', text: `- ${said}` } : { kind: 'text', text: said }];
  });
}

const offsetOf = (shape: XmlElement) => {
  const { x, y } = find(find(shape, 'xfrm'), 'off')?.attributes ?? {};
  return x !== undefined && y !== undefined ? { x: Number(x), y: Number(y) } : undefined;
};
/** English Metric Units: shapes whose tops differ by less stand in one row. */
const ROW = 200_000;

const isTitle = (shape: XmlElement) => /^(?:title|ctrTitle)$/.test(placeholder(shape) ?? '');

/** Hundredths of a point; 0 where a shape leaves its size to the master. */
const letterSize = (shape: XmlElement): number =>
  Math.max(0, ...findAll(shape, 'rPr').map(({ attributes }) => Number(attributes.sz ?? 0)));

const LONGEST_TITLE = 80;

/** On a slide without a title of that kind: its topmost text, when it is one short line in the largest letters. */
function largestLine(blocks: Block[], shapes: XmlElement[]): Block[] {
  const [first, ...others] = blocks;
  const [top, ...rest] = shapes;
  const size = top ? letterSize(top) : 0;
  const isLine = first?.kind === 'text' && top?.name === 'sp' && findAll(top, 'p').length === 1;
  const isLargest = size > 0 && rest.every((shape) => letterSize(shape) < size);
  if (!isLine || !isLargest || first.text.length > LONGEST_TITLE || /[。.!！;；,，]$/.test(first.text)) return blocks;
  return [{ kind: 'heading', level: 1, text: first.text }, ...others];
}

/** A slide's blocks under its title. */
function slideBlocks(tree: XmlElement, diagram: ReadDiagram): Block[] {
  const shapes = inReadingOrder(tree);
  const blocks = shapes.flatMap((shape) => shapeBlocks(shape, diagram));
  return shapes.some(isTitle) ? blocks : largestLine(blocks, shapes);
}

const shapesOf = (tree: XmlElement, diagram: ReadDiagram): Block[] =>
  inReadingOrder(tree).flatMap((shape) => shapeBlocks(shape, diagram));

/** Shapes as they are read: the title, then downwards and to the right where all tell their place. */
function inReadingOrder(tree: XmlElement): XmlElement[] {
  const shapes = tree.children.filter(({ name }) => name === 'sp' || name === 'grpSp' || name === 'graphicFrame');
  const rest = shapes.filter((shape) => !isTitle(shape));
  const placed = rest.map((shape) => ({ shape, at: offsetOf(shape) }));
  if (placed.every(({ at }) => at))
    placed.sort((a, b) => {
      const rows = Math.round((a.at?.y ?? 0) / ROW) - Math.round((b.at?.y ?? 0) / ROW);
      return rows || (a.at?.x ?? 0) - (b.at?.x ?? 0);
    });
  return [...shapes.filter(isTitle), ...placed.map(({ shape }) => shape)];
}

/** Texts of a diagram's points, in the order in which they were written. */
function diagramReader(archive: Archive, slide: string): ReadDiagram {
  const relations = relationsOf(archive, slide);
  return (id) => {
    const path = relations.byId(id);
    const source = path && archive.text(path);
    if (!source) return [];
    return findAll(parseXml(source), 'pt')
      .map((point) => findAll(point, 'p').map(paragraphText).filter(Boolean).join(' '))
      .filter(Boolean);
  };
}

function notesOf(archive: Archive, slide: string): Block[] {
  const [path] = relationsOf(archive, slide).byType('notesSlide');
  const source = path && archive.text(path);
  if (!source) return [];
  const bodies = findAll(parseXml(source), 'sp').filter((shape) => placeholder(shape) === 'body');
  return bodies
    .flatMap((shape) => childrenOf(find(shape, 'txBody'), 'p').map(paragraphText))
    .filter(Boolean)
    .map((text): Block => ({ kind: 'text', text }));
}

/** A presentation: each slide is a page, its title a heading; tables stay tables, the speaker's notes come last. */
export function loadPptx(bytes: Uint8Array): LoadedDocument {
  const archive = openArchive(bytes);
  const source = archive.text(PRESENTATION);
  if (!source) throw new LoadFailure('damaged');
  const relations = relationsOf(archive, PRESENTATION);
  const slides = findAll(parseXml(source), 'sldId').flatMap(
    ({ attributes }) => relations.byId(attributes['r:id']) ?? [],
  );
  if (slides.length > MAX_SLIDES) throw new LoadFailure('too_large', { detail: `${slides.length} slides` });
  const pages = slides.flatMap((path, i) => {
    const slide = archive.text(path);
    if (!slide) return [];
    const root = parseXml(slide);
    // A slide that is not shown is not knowledge either.
    if (root.children[0]?.attributes.show === '0') return [];
    const tree = find(root, 'spTree');
    return [
      {
        page: i + 1,
        blocks: [...(tree ? slideBlocks(tree, diagramReader(archive, path)) : []), ...notesOf(archive, path)],
      },
    ];
  });
  const first = pages[0]?.blocks.find((block) => block.kind === 'heading');
  return { title: first?.kind === 'heading' ? first.text : null, pages };
}
