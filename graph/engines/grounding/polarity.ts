import type { Analyzer, QueryUnit } from '../../../knowledge/text/analyzer.ts';
import { anyOf } from '../../../text/any-of.ts';
import { readValues, type Values } from './values.ts';
import { claimUnits, coverage } from './words.ts';

/** A stretch between commas: what is denied in one is not in the next. */
export interface Clause {
  text: string;
  terms: ReadonlySet<string>;
  negated: boolean;
  values: Values;
}

const BOUNDARY = anyOf(
  /[，,；;：:。！？!?]+|\s(?:but|although|though|however|whereas)\s/i,
  /\sand (?=no\b|not\b|nothing\b|do not\b|don['’]t\b|cannot\b|must not\b|never\b)/i,
  /但是?|不过|然而/i,
);
const NEGATION = anyOf(
  /[不没無无勿]|未(?![来必成])|远离|避开|避免|禁止|除外|谢绝|拒绝/i,
  /\b(?:not|no|never|none|nothing|nobody|neither|nor|cannot|without|unable|avoid)\b/i,
  /\b(?:refuse[sd]?|except|excluding|excluded|excludes|exempt|away from)\b/i,
  /n['’]t\b|\bnon-?[a-z]|\bun(?:available|supported|covered)/i,
);
/** Look like a negation and are none. */
const HARMLESS = anyOf(
  /不锈钢|不仅|不但|不同|不错|不少|不论|不管|不足|不超过|不低于|不少于|不高于|无论|无线|无忧|无理由|没关系|没问题/gi,
  /\bno (?:later|more|less|fewer) than\b|\bnot only\b|\bno[- ](?:reason|questions?)\b/gi,
  /\bnot (?:exceed\w*|more than|less than)\b/gi,
);

const isNegated = (text: string): boolean => NEGATION.test(text.replace(HARMLESS, ' '));

export const readClauses = (analyzer: Analyzer, sentence: string): Clause[] =>
  sentence
    .replace(HARMLESS, (word) => word.replaceAll(',', ' '))
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .split(BOUNDARY)
    .filter((clause) => clause.trim() !== '')
    .map((text, at, all) => ({
      text,
      terms: new Set(analyzer.terms(text)),
      negated: isNegated(text) || goesOnDenying(text, all.slice(0, at)),
      values: readValues(text),
    }));

/** "Do not fill it with fizzy drinks, dry ice or milk": the list goes on as it began. */
const goesOnDenying = (text: string, before: readonly string[]): boolean =>
  /^\s*(?:[\w-]+ ){0,3}[\w-]+ or \b/i.test(text) &&
  before.some((one) => /\b(?:do not|don['’]t|never|must not|cannot)\b/i.test(one));

/** The clauses that decide whether a claim says the opposite cover at least this share of the best one's. */
const SAME_MATTER = 0.9;

/**
 * Whether a claim affirms what its source denies, or denies what it affirms. `strict`: every clause that is as near
 * must agree, not just one: across languages fewer words tell them apart.
 */
export function contradicts(
  analyzer: Analyzer,
  claim: string,
  source: readonly Clause[],
  options: { strict: boolean; affirmedAround: ReadonlySet<string> },
): boolean {
  const affirmed = new Set(options.affirmedAround);
  for (const clause of source) if (!clause.negated) for (const term of clause.terms) affirmed.add(term);
  return claim.split(BOUNDARY).some((clause) => {
    const units: QueryUnit[] = claimUnits(analyzer, clause);
    const negated = isNegated(clause);
    const scored = source.map((one) => ({ negated: one.negated, score: coverage(units, one.terms) }));
    const best = Math.max(0, ...scored.map(({ score }) => score));
    if (best === 0) return false;
    const agrees = scored.filter(({ score }) => score >= best * SAME_MATTER).map((one) => one.negated === negated);
    if (!(options.strict ? agrees.every(Boolean) : agrees.some(Boolean))) return true;
    // "Use hot water" where hot water is named in prohibitions alone.
    return !negated && units.some((unit) => coverage([unit], affirmed) < 1 && isDenied(unit, source));
  });
}

const isDenied = (unit: QueryUnit, source: readonly Clause[]): boolean =>
  source.some((clause) => clause.negated && coverage([unit], clause.terms) === 1);
