import { allTexts } from '../../stores/local-text.ts';
import type { LocalText } from '../../stores/schema.ts';

/** Steps of a scale in words, least first; a step in several wordings. */
const SCALES: readonly string[] = [
  'none,无,没有|very low,很低,极低,minimal|low,低,slight,weak,弱,轻微|medium,moderate,average,normal,中,中等,适中|high,高,strong,强|very high,very strong,很高,极高,很强',
  'very soft,很软,特软|soft,软,偏软,柔软|medium,适中,中,中等|firm,hard,硬,偏硬,坚硬|very firm,very hard,extra firm,很硬,特硬',
  'none,no spice,不辣|mild,微辣,淡,清淡|medium,中,中辣,适中|hot,strong,辣,重辣,浓,浓郁|very hot,extra hot,特辣,很浓',
  'very light,很浅,极浅|light,浅,浅度|medium,中,中度|dark,深,深度|very dark,很深,极深',
  'thin,fine,薄,细|medium,中|thick,coarse,厚,粗',
  'easy,simple,beginner,beginners,简单,容易,入门,初级|medium,moderate,intermediate,中等,中级,进阶|hard,difficult,advanced,困难,难,高级|expert,专家',
  'slow,慢|medium,中,中等|fast,quick,快',
  'extra small,特小|small,小,小号|medium,中,中号|large,big,大,大号|extra large,特大',
  'light,轻|medium,中|heavy,重',
  'short,短|medium,中|long,长',
];
const STEPS: readonly (readonly string[][])[] = SCALES.map((scale) => scale.split('|').map((step) => step.split(',')));

/** A property whose values are steps of one scale. */
export interface OrdinalScale {
  /** The step of a value, 0 the least; undefined: it is none of the scale's. */
  stepOf(value: unknown): number | undefined;
  /** What the ends of the scale are called. */
  less: readonly string[];
  more: readonly string[];
}

/** The scale on which all of these values stand; undefined: none, or all say the same. */
export function ordinalScale(values: readonly unknown[]): OrdinalScale | undefined {
  for (const [index, steps] of STEPS.entries()) {
    const stepOf = (value: unknown): number | undefined => {
      const said = textsOf(value);
      const step = steps.findIndex((words) => said.some((text) => words.includes(text)));
      return step < 0 ? undefined : step;
    };
    const found = values.map(stepOf);
    if (found.includes(undefined) || new Set(found).size < 2) continue;
    const middle = (steps.length - 1) / 2;
    // High and low are said of any property: they name none by themselves.
    const ends = (isOf: (step: number) => boolean) => (index === 0 ? [] : steps.filter((_, step) => isOf(step)).flat());
    return { stepOf, less: ends((step) => step < middle), more: ends((step) => step > middle) };
  }
  return undefined;
}

const textsOf = (value: unknown): string[] =>
  typeof value === 'string' || (typeof value === 'object' && value !== null && !Array.isArray(value))
    ? allTexts(value as LocalText)
        .filter((text) => typeof text === 'string')
        .map((text) => text.trim().toLowerCase())
    : [];
