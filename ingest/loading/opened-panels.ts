import { type HtmlNode, nameOf } from './html-dom.ts';

const HEADING = /^h[1-6]$/;
/** Below every other heading of the page. */
const TOGGLE = 'h6';

function* elements(node: HtmlNode, inHeading = false): Generator<{ node: HtmlNode; inHeading: boolean }> {
  for (const child of node.children ?? []) {
    if (child.name === undefined) continue;
    yield { node: child, inHeading };
    yield* elements(child, inHeading || HEADING.test(nameOf(child)));
  }
}

/** Ids of what a press shows or hides (WAI-ARIA, accordion and disclosure patterns). */
const controlledBy = ({ attribs = {} }: HtmlNode): string[] =>
  attribs['aria-expanded'] === undefined ? [] : (attribs['aria-controls'] ?? '').split(/\s+/).filter(Boolean);

/**
 * Changes a page so that what a reader opens by a press (an accordion of questions, `<details>`) is read as if it were
 * open: what is pressed becomes a heading, and what it shows is hidden no more.
 */
export function openPanels(root: HtmlNode): void {
  const opened = new Set<string>();
  for (const { node, inHeading } of [...elements(root)]) {
    const panels = controlledBy(node);
    for (const id of panels) opened.add(id);
    if (panels.length > 0 || nameOf(node) === 'summary') node.name = inHeading ? 'span' : TOGGLE;
  }
  if (opened.size === 0) return;
  for (const { node } of elements(root)) {
    if (!node.attribs || !opened.has(node.attribs.id ?? '')) continue;
    const { hidden: _, style: __, 'aria-hidden': ___, ...shown } = node.attribs;
    node.attribs = shown;
  }
}
