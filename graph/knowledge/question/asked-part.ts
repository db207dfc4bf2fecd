import { anyOf } from '../../../text/any-of.ts';
import { normaliseText } from '../../../understanding/normalise.ts';
import { isQuestion } from '../../../understanding/question.ts';

/** Han characters, or words, above which a message tells a story around what it asks. */
const LONG_HAN = 45;
const LONG_WORDS = 45;
const CLAUSE = /[，,。；;！!？?\n]+|(?<=[a-z])[.]\s+/iu;
/** What goes wrong is part of the question, wherever it is told. */
const TROUBLE = anyOf(
  /坏|破|裂|划痕|瑕疵|漏|少了|错|不工作|没反应|异响|掉色|变形|污渍|不(?:能|会|好)用|不见/i,
  /broken|damaged|scratch|crack|leak|missing|wrong|fault|defect|faded|stain|does ?n[o']t (?:work|fit|turn)/i,
  /stopped|too (?:small|big|large)/i,
);
const ENOUGH = 8;

/** What a long message asks, without the story around it: the clauses that ask or tell what is wrong. Others as they are. */
export function askedPart(text: string): string {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[a-z0-9']+/giu)?.length ?? 0;
  if (han < LONG_HAN && words < LONG_WORDS) return text;
  const clauses = text
    .split(CLAUSE)
    .map((clause) => clause.trim())
    .filter(Boolean);
  const asking = clauses.filter((clause) => isQuestion(normaliseText(clause)));
  if (asking.length === 0) return text;
  const kept = clauses.filter((clause) => asking.includes(clause) || TROUBLE.test(clause));
  const said = kept.join(han > 0 ? '，' : ', ');
  return said.length >= ENOUGH ? said : text;
}
