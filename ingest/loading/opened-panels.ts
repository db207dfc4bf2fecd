import { type HtmlNode, isHidden, nameOf, textOf } from './html-dom.ts';

const HEADING = /^h[1-6]$/;
/** Of what is pressed: below every other heading of the page. */
export const OPENED_LEVEL = 6;
const TOGGLE = `h${OPENED_LEVEL}`;

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

/** How a panel, once opened, tells that its section ends with it: its heading stands in it, or right before it. */
export const SECTION = 'data-section';

/** Attributes without those that hide. */
function shown(attribs: HtmlNode['attribs'], heading: 'inside' | 'before'): HtmlNode['attribs'] {
  const { hidden: _, style: __, 'aria-hidden': ___, ...others } = attribs ?? {};
  return { ...others, [SECTION]: heading };
}

/** The panel that a tab shows, by any of the ways pages name it. */
function panelOf({ attribs = {} }: HtmlNode): string | undefined {
  const isTab =
    attribs.role === 'tab' || /^(?:tab|pill)$/.test(attribs['data-bs-toggle'] ?? attribs['data-toggle'] ?? '');
  if (!isTab) return undefined;
  const target = attribs['data-bs-target'] ?? attribs['data-target'] ?? attribs.href ?? '';
  return attribs['aria-controls'] || (target.startsWith('#') ? target.slice(1) : undefined);
}

/** Tabs: what one shows is read below its name, and none is hidden. */
function openTabs(root: HtmlNode): void {
  const all = [...elements(root)].map(({ node }) => node);
  const names = new Map<string, HtmlNode>();
  for (const node of all) {
    const panel = panelOf(node);
    if (panel) names.set(panel, node);
  }
  for (const panel of all) {
    const { id = '', role, 'aria-labelledby': by } = panel.attribs ?? {};
    const tab = names.get(id) ?? (role === 'tabpanel' ? all.find((node) => by && node.attribs?.id === by) : undefined);
    if (!tab || tab === panel) continue;
    panel.attribs = shown(panel.attribs, 'inside');
    panel.children = [{ type: 'tag', name: TOGGLE, attribs: {}, children: tab.children }, ...(panel.children ?? [])];
  }
  for (const tab of names.values()) tab.attribs = { ...tab.attribs, hidden: '' };
}

/** What pages call that which a press unfolds, and the part of it that is pressed. */
const FOLDED = /accordion|collaps|expand|disclos|faq|toggle|fold|spoiler/i;
const PRESSED = /head|title|question|button|btn|trigger|toggle|summary|label/i;

const namesOf = ({ attribs = {} }: HtmlNode): string => `${attribs.class ?? ''} ${attribs.id ?? ''}`;

const isPressed = (node: HtmlNode): boolean =>
  nameOf(node) === 'button' ||
  node.attribs?.role === 'button' ||
  node.attribs?.['aria-expanded'] !== undefined ||
  (FOLDED.test(namesOf(node)) && PRESSED.test(namesOf(node)));

const isFilled = (node: HtmlNode): boolean => node.name !== undefined || (node.data ?? '').trim() !== '';

/** What is pressed in an element: it, or what it holds and nothing else. */
function pressedIn(node: HtmlNode): HtmlNode | undefined {
  if (isPressed(node)) return node;
  const [only, ...others] = (node.children ?? []).filter(isFilled);
  return only?.name !== undefined && others.length === 0 ? pressedIn(only) : undefined;
}

const LONGEST_QUESTION = 120;

/** A question, or a term, above what is hidden: its answer is shown by a press, whatever the page calls it. */
const asks = (node: HtmlNode): boolean => {
  const text = textOf(node).trim();
  return text !== '' && text.length <= LONGEST_QUESTION && (nameOf(node) === 'dt' || /[?？]$/.test(text));
};

const saysSomething = ({ children = [] }: HtmlNode): boolean => children.some((child) => textOf(child).trim() !== '');

/** What a press unfolds where no attribute tells it: what comes next, when it is hidden or its name says so. */
function openFolded(node: HtmlNode, inHeading = false): void {
  const children = (node.children ?? []).filter((child) => child.name !== undefined);
  children.forEach((child, i) => {
    const heading = inHeading || HEADING.test(nameOf(child));
    const panel = children[i + 1];
    const asked = panel && isHidden(panel) && asks(child) ? child : undefined;
    const pressed = panel && (pressedIn(child) ?? asked);
    if (pressed && !pressedIn(panel) && saysSomething(pressed) && saysSomething(panel)) {
      const named = [node, child, pressed, panel].some((one) => FOLDED.test(namesOf(one)));
      if (named || asked || (isHidden(panel) && nameOf(pressed) === 'button')) {
        const inTerm = nameOf(child) === 'dt';
        if (!inTerm || pressed !== child) pressed.name = heading || inTerm ? 'span' : TOGGLE;
        panel.attribs = shown(panel.attribs, 'before');
      }
    }
    openFolded(child, heading);
  });
}

/**
 * Changes a page so that what a reader opens by a press (an accordion of questions, `<details>`) is read as if it were
 * open: what is pressed becomes a heading, and what it shows is hidden no more; likewise the panels of tabs.
 */
export function openPanels(root: HtmlNode): void {
  openTabs(root);
  openFolded(root);
  const opened = new Set<string>();
  for (const { node, inHeading } of [...elements(root)]) {
    const panels = controlledBy(node);
    for (const id of panels) opened.add(id);
    if (nameOf(node) === 'details') node.attribs = { ...node.attribs, [SECTION]: 'inside' };
    if (panels.length > 0 || nameOf(node) === 'summary') node.name = inHeading ? 'span' : TOGGLE;
  }
  if (opened.size === 0) return;
  for (const { node } of elements(root)) {
    if (opened.has(node.attribs?.id ?? '')) node.attribs = shown(node.attribs, 'before');
  }
}
