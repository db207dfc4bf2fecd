import { findNode, type HtmlNode, isSilent, nameOf, textOf } from './html-dom.ts';

const PLACE = '(?:(?:site|page|global|main|top|bottom|left|right|sub|shop|mw)[-_]?)?';
const FORM =
  '(?:[-_]?(?:bar|wrap|wrapper|list|container|inner|box|area|links?|banner|notice|tips?|alert|message|popup|consent|main|content))?';
/** Names that shop systems give to what stands around a page's own text. */
const AROUND = new RegExp(
  `^${PLACE}(?:nav|navbar|navigation|menu|sidebar|side|aside|breadcrumbs?|crumbs?|footer|foot|cookies?|consent|copyright|pagination|pager|toolbar|social|share|header|head)${FORM}$`,
  'i',
);
/** What wikis and help centres put into a page and call the same everywhere; it may have a heading of its own. */
const ADDED =
  /^(?:toc|table-of-contents|mw-editsection|mw-jump-link|sitesub|contentsub|catlinks|navbox|printfooter|noprint|(?:related|recent(?:ly-viewed)?|popular|more)[-_](?:articles|posts|topics|products|questions)|article-(?:relatives|votes|share|subscribe)|(?:was-this-)?helpful|feedback|newsletter)$/i;
const DEEPEST = 50;
const PARTS = /^(?:div|section|ul|ol|p|span|table)$/;
/** Of the page's text: what holds more of it is the page, whatever it is called. */
const MOST = 0.4;

const namesOf = ({ attribs = {} }: HtmlNode): string[] => `${attribs.class ?? ''} ${attribs.id ?? ''}`.split(/\s+/);

const lengthOf = (node: HtmlNode): number => textOf(node).replace(/\s+/g, '').length;

const LONGEST_POLL = 80;

/** "Was this helpful? [Yes] [No]": nothing but a question to the reader. */
const isPoll = (node: HtmlNode): boolean =>
  (node.children ?? []).filter((child) => nameOf(child) === 'button').length >= 2 &&
  textOf(node).trim().length <= LONGEST_POLL &&
  /[?？]\s*$/.test(textOf(node));

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
      const names = PARTS.test(nameOf(child)) ? namesOf(child) : [];
      const added = isPoll(child) || names.some((name) => ADDED.test(name));
      const holdsHeading = () => findNode(child, (one) => /^h[12]$/.test(nameOf(one))) !== undefined;
      const around = added || (names.some((name) => AROUND.test(name)) && !holdsHeading());
      if (around && lengthOf(child) <= most) child.attribs = { ...child.attribs, hidden: '' };
      else walk(child, depth + 1);
    }
  };
  walk(body, 0);
}
