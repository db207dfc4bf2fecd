/** What we use of htmlparser2's nodes. */
export interface HtmlNode {
  type: string;
  name?: string;
  attribs?: Record<string, string>;
  children?: HtmlNode[];
  data?: string;
}

/** Not text that a visitor reads. */
const SILENT = new Set(
  'script style noscript template head nav footer aside iframe object svg math canvas form button select input textarea dialog menu audio video map'.split(
    ' ',
  ),
);
const SILENT_ROLE = /^(?:navigation|banner|contentinfo|search|complementary|dialog|alert|menu|menubar|tablist)$/;

export const nameOf = (node: HtmlNode): string => (node.name ?? '').toLowerCase();

export const isHidden = ({ attribs = {} }: HtmlNode): boolean =>
  attribs.hidden !== undefined ||
  attribs['aria-hidden'] === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribs.style ?? '');

/** Left out: scripts, navigation, forms, and what is hidden. */
export const isSilent = (node: HtmlNode): boolean =>
  SILENT.has(nameOf(node)) || SILENT_ROLE.test(node.attribs?.role ?? '') || isHidden(node);

export const elementsOf = (node: HtmlNode): HtmlNode[] =>
  (node.children ?? []).filter((child) => child.name !== undefined && !isSilent(child));

const BREAKS = /^(?:br|p|div|li|tr|dt|dd|h[1-6])$/;

/** All text inside, with spaces where blocks end. */
export function textOf(node: HtmlNode): string {
  if (node.type === 'text') return node.data ?? '';
  if (node.name !== undefined && isSilent(node)) return '';
  if (nameOf(node) === 'img') return '';
  const inner = (node.children ?? []).map(textOf).join('');
  if (nameOf(node) === 'br') return '\n';
  return BREAKS.test(nameOf(node))
    ? `${inner}\n`
    : nameOf(node) === 'td' || nameOf(node) === 'th'
      ? `${inner} `
      : inner;
}

/** The first element, in document order, that passes. */
export function findNode(node: HtmlNode, passes: (node: HtmlNode) => boolean): HtmlNode | undefined {
  for (const child of node.children ?? []) {
    if (child.name === undefined) continue;
    if (passes(child)) return child;
    const found = findNode(child, passes);
    if (found) return found;
  }
  return undefined;
}
