import { parseDocument } from 'htmlparser2';
import { LoadFailure } from '../load-failure.ts';

/** An element of an Office file; names carry no namespace prefix. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** Text that stands in the element itself. */
  text: string;
}

interface Node {
  type: string;
  name?: string;
  attribs?: Record<string, string>;
  children?: Node[];
  data?: string;
}

const MAX_DEPTH = 200;
const local = (name: string) => name.slice(name.indexOf(':') + 1);

function convert(node: Node, depth: number): XmlElement {
  if (depth > MAX_DEPTH) throw new LoadFailure('damaged', { detail: 'its XML is nested too deeply' });
  const children: XmlElement[] = [];
  let text = '';
  for (const child of node.children ?? []) {
    if (child.type === 'text') text += child.data ?? '';
    else if (child.type === 'cdata') text += child.children?.map(({ data }) => data ?? '').join('') ?? '';
    else if (child.type === 'tag' || child.type === 'script' || child.type === 'style')
      children.push(convert(child, depth + 1));
  }
  const attributes: Record<string, string> = {};
  // A prefix tells two attributes apart in `r:id` and `id`: both names are kept.
  for (const [name, value] of Object.entries(node.attribs ?? {})) {
    attributes[name] = value;
    attributes[local(name)] ??= value;
  }
  return { name: local(node.name ?? ''), attributes, children, text };
}

/** Files of office programs have no DTD: one that brings its own entities is refused. */
export function refuseEntities(source: string): void {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(source.slice(0, 10_000)))
    throw new LoadFailure('damaged', { detail: 'its XML declares entities' });
}

/** Reads the XML of an Office file. */
export function parseXml(source: string): XmlElement {
  refuseEntities(source);
  return convert(parseDocument(source, { xmlMode: true, decodeEntities: true }) as unknown as Node, 0);
}

/** Elements of that name at any depth, in document order; not inside each other. */
export function findAll(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => (child.name === name ? [child] : findAll(child, name)));
}

export const find = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element ? findAll(element, name)[0] : undefined;

export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** `1` and `true` in attributes. */
export const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';
