import { findNode, type HtmlNode, nameOf, textOf } from './html-dom.ts';

const REFERENCE = /^#((?:foot|end)note-\d+)$/;
const BLOCK = /^(?:p|h[1-6]|li|table)$/;

interface Reference {
  id: string;
  /** From the page's root down to what refers to the note. */
  path: HtmlNode[];
}

function references(node: HtmlNode, path: HtmlNode[] = []): Reference[] {
  const here = [...path, node];
  const id = nameOf(node) === 'a' ? REFERENCE.exec(node.attribs?.href ?? '')?.[1] : undefined;
  return id ? [{ id, path: here }] : (node.children ?? []).flatMap((child) => references(child, here));
}

const noteText = (note: HtmlNode): string => textOf(note).replace(/\s+/g, ' ').trim();

/**
 * Changes a page that mammoth made: notes, which stand at the end of the whole text, come right behind the paragraph,
 * list item or table that refers to them, with the mark that the text has.
 */
export function placeNotes(root: HtmlNode): void {
  for (const { id, path } of references(root)) {
    const note = findNode(root, (node) => node.attribs?.id === id);
    const text = note ? noteText(note) : '';
    // The outermost table, else the innermost block: notes in a cell would be part of its value.
    const table = path.find((node) => nameOf(node) === 'table');
    const block = table ?? path.findLast((node) => BLOCK.test(nameOf(node)));
    const parent = block && path[path.indexOf(block) - 1];
    const mark = path.at(-1);
    if (!text || !note || !block || !parent?.children || !mark) continue;
    const number = textOf(mark).trim();
    mark.children = [{ type: 'text', data: ` ${number}` }];
    const said = { type: 'text', data: `${number} ${text}` };
    if (nameOf(block) === 'li') block.children?.push({ type: 'text', data: ' ' }, said);
    else {
      // Behind those that came before.
      let at = parent.children.indexOf(block) + 1;
      while (parent.children[at]?.attribs?.class === 'note') at += 1;
      parent.children.splice(at, 0, { type: 'tag', name: 'p', attribs: { class: 'note' }, children: [said] });
    }
    note.children = [];
  }
}
