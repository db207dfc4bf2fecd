import { anyOf } from '../../text/any-of.ts';
import type { DateSpan } from '../types.ts';
import { type Day, isoDay, yearOf } from './calendar.ts';
import { DATE_RULES, type Span, yearWord } from './date-rules.ts';
import { HOLIDAY_NAMES, holidaySpan } from './holidays.ts';

/** Holidays further ahead than this are last year's: customers speak of what they bought. */
const AHEAD = 45;
/** The message tells of something that has happened. */
const PAST = anyOf(
  /[买拍订]的|下的单|[买拍订下]了|(?:下|收|付|签)(?:单|到|过|了款|收)|到货的/,
  /\b(?:bought|ordered|purchased|got|received|paid|arrived|came|from)\b/,
);
/** What stands between the ends of a span: 13号到15号, "from the 1st to the 11th"; "and" only after "between". */
const JOINT = /^\s?(?:到|至|~|～|-|–|—|to|until|till|through|和(?=.*之间)|与(?=.*之间)|and)\s?$/;
const HOLIDAYS = HOLIDAY_NAMES.map(
  ([pattern, name]) =>
    [
      new RegExp(`(去年|前年|今年|last year'?s? )?(?:的)?(?:${pattern})( (?:of )?(?:last|this) year)?`, 'g'),
      name,
    ] as const,
);

interface Found {
  at: number;
  end: number;
  from: Day;
  to: Day;
}

/** Days and spans named in normalised text, in the order written; past readings win, as customers talk of what they bought. */
export function findDates(normalised: string, today: Day): DateSpan[] {
  const found: Found[] = [];
  let rest = normalised;
  const take = (pattern: RegExp, read: (match: RegExpExecArray) => Span): void => {
    for (const match of rest.matchAll(pattern)) {
      const span = read(match);
      if (!span || !Number.isFinite(span[0])) continue;
      const end = match.index + match[0].length;
      found.push({ at: match.index, end, from: span[0], to: span[1] });
      rest = rest.slice(0, match.index) + '\u0000'.repeat(match[0].length) + rest.slice(end);
    }
  };
  const ahead = PAST.test(normalised) ? 0 : AHEAD;
  for (const [pattern, name] of HOLIDAYS)
    take(pattern, (match) => holiday(name, match[1] ?? match[2]?.trim() ?? '', today, ahead));
  for (const [pattern, read] of DATE_RULES) take(pattern, (match) => read(match, today));
  found.sort((a, b) => a.at - b.at);
  return joinEnds(found, normalised).map(({ at, end, from, to }) => ({
    from: isoDay(from),
    to: isoDay(to),
    text: normalised.slice(at, end).trim(),
  }));
}

/** "From the 13th to the 15th" is one span. */
function joinEnds(found: readonly Found[], text: string): Found[] {
  const out: Found[] = [];
  for (const one of found) {
    const last = out.at(-1);
    const between = last && text.slice(last.end, one.at);
    const joined = between !== undefined && JOINT.test(between) && (!/and/.test(between) || /\bbetween\b/.test(text));
    if (last && joined && last.from <= one.to) out[out.length - 1] = { ...last, end: one.end, to: one.to };
    else out.push(one);
  }
  return out;
}

/** The latest of that name that is past, or not far ahead. */
function holiday(name: string, yearSaid: string, today: Day, ahead: number): Span {
  const year = yearOf(today);
  if (yearSaid)
    return holidaySpan(
      name,
      /last/.test(yearSaid) ? year - 1 : /this/.test(yearSaid) ? year : yearWord(yearSaid, today),
    );
  return [year + 1, year, year - 1]
    .map((one) => holidaySpan(name, one))
    .find((span) => span !== undefined && span[0] <= today + ahead);
}
