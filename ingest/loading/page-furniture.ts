import { findNode, type HtmlNode, isSilent, nameOf, textOf } from './html-dom.ts';

const PLACE = '(?:(?:site|page|global|main|top|bottom|left|right|sub|shop)[-_]?)?';
const FORM =
  '(?:[-_]?(?:bar|wrap|wrapper|list|container|inner|box|area|links?|banner|notice|popup|consent|main|content))?';
/** Names that shop systems give to what stands around a page's own text. */
const AROUND = new RegExp(
  `^${PLACE}(?:nav|navbar|navigation|menu|sidebar|side|aside|breadcrumbs?|crumbs?|footer|foot|cookies?|consent|copyright|pagination|pager|toolbar|social|share|header|head)${FORM}$`,
  'i',
);
const DEEPEST = 50;
const PARTS = /^(?:div|section|ul|ol|p|span|table)$/;
/** Of the page's text: what holds more of it is the page, whatever it is called. */
const MOST = 0.4;

const namesOf = ({ attribs = {} }: HtmlNode): string[] => `${attribs.class ?? ''} ${attribs.id ?? ''}`.split(/\s+/);

const lengthOf = (node: HtmlNode): number => textOf(node).replace(/\s+/g, '').length;

/**
 * Hides what stands around a page's own text where elements do not say so but their names do: menus, paths, bars at
 * the side, footers, notices of cookies. Nothing that holds a heading of the page, or much of its text.
 */
export function hideFurniture(root: HtmlNode): void {
  const body = findNode(root, (node) => nameOf(node) === 'body') ?? root;
  const most = lengthOf(body) * MOST;
  const walk = (node: HtmlNode, depth: number): void => {
    if (depth > DEEPEST) return;
    for (const child of node.children ?? []) {
      if (child.name === undefined || isSilent(child)) continue;
      const named = PARTS.test(nameOf(child)) && namesOf(child).some((name) => AROUND.test(name));
      const isPage = () =>
        findNode(child, (one) => /^h[12]$/.test(nameOf(one))) !== undefined || lengthOf(child) > most;
      if (named && !isPage()) child.attribs = { ...child.attribs, hidden: '' };
      else walk(child, depth + 1);
    }
  };
  walk(body, 0);
}
