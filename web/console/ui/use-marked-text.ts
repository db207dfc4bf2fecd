import { type RefObject, useEffect } from 'react';
import { findText } from './find-text.ts';

/** Names that console.css gives a look. */
export type Marking = 'found' | 'quoted' | 'differs';

const known = new Map<Marking, Map<object, Range[]>>();

function paint(name: Marking): void {
  const ranges = [...(known.get(name)?.values() ?? [])].flat();
  if (ranges.length > 0) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}

/** Marks texts below an element, without a change to what stands there (CSS Custom Highlight API). Browsers that lack
 * it show the text unmarked. `content` tells when what stands there has changed. */
export function useMarkedText(
  name: Marking,
  element: RefObject<HTMLElement | null>,
  texts: readonly string[],
  content: unknown = null,
): void {
  const wanted = texts.join('\u0000');
  useEffect(() => {
    if (!element.current || wanted === '' || !('highlights' in CSS)) return;
    void content;
    const owner = {};
    const all = known.get(name) ?? new Map<object, Range[]>();
    known.set(name, all);
    all.set(owner, findText(element.current, wanted.split('\u0000')));
    paint(name);
    return () => {
      all.delete(owner);
      paint(name);
    };
  }, [name, element, wanted, content]);
}
