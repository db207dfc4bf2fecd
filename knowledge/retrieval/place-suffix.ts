import type { QueryUnit } from '../text/analyzer.ts';

const PLACE = /^\p{Script=Han}{2,}[省市县郡镇]$/u;

/**
 * The name of a place that no word list knows, without what it is (临溪 of 临溪县): texts mostly leave that out, and the
 * pair of characters over the border, which then stands nowhere, would weigh as much as the name.
 */
export function withoutPlaceSuffix(unit: QueryUnit): QueryUnit {
  if (unit.concepts.length > 0 || unit.terms.length < 2 || !PLACE.test(unit.text)) return unit;
  const suffix = unit.text.slice(-1);
  return {
    ...unit,
    text: unit.text.slice(0, -1),
    terms: unit.terms.slice(0, -1),
    edges: unit.edges.filter((pair) => !pair.startsWith(suffix)),
  };
}
