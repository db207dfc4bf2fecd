import type { ChangeFormBody } from '../../../api/types.ts';

export type Field = ChangeFormBody['fields'][number];
type Of<Kind extends Field['kind']> = Extract<Field, { kind: Kind }>;

/** What was filled in by field: a text, a tick, the number of the choice; parts and lines under `field.part`. */
export type FieldValues = Readonly<Record<string, string>>;

export const TICKED = 'yes';
const MOST = 999;

export const partKey = (field: Of<'address'>, part: string): string => `${field.name}.${part}`;
export const lineKey = (field: Of<'lines'>, line: number, what: 'variant' | 'quantity'): string =>
  `${field.name}.${line}.${what}`;

/** What stands in a field: what was filled in, else what is there now. */
export function filledIn(values: FieldValues, key: string, now: string | number | null | undefined): string {
  return values[key] ?? String(now ?? '');
}

function addressOf(field: Of<'address'>, values: FieldValues): Record<string, string> {
  const parts = field.parts.map(({ name, value }) => [name, filledIn(values, partKey(field, name), value).trim()]);
  return Object.fromEntries(parts.filter(([, value]) => value !== ''));
}

/** The lines that become different. */
function linesOf(field: Of<'lines'>, values: FieldValues): Array<Record<string, unknown>> {
  return field.lines.flatMap(({ line, quantity, variantId }) => {
    const variant = filledIn(values, lineKey(field, line, 'variant'), variantId);
    const wanted = Number(filledIn(values, lineKey(field, line, 'quantity'), quantity));
    const change = {
      ...(variant === (variantId ?? '') ? {} : { toVariantId: variant }),
      ...(wanted === quantity ? {} : { quantity: wanted }),
    };
    return Object.keys(change).length === 0 ? [] : [{ line, ...change }];
  });
}

/** The arguments of the change that was filled in. */
export function argumentsOf(fields: readonly Field[], values: FieldValues): Record<string, unknown> {
  const args = fields.map((field): Record<string, unknown> => {
    if (field.kind === 'address') return { [field.name]: addressOf(field, values) };
    if (field.kind === 'lines') return { [field.name]: linesOf(field, values) };
    const value = filledIn(values, field.name, field.kind === 'text' ? field.value : '').trim();
    if (value === '') return {};
    if (field.kind === 'choice') return field.choices[Number(value)]?.args ?? {};
    return { [field.name]: field.kind === 'check' ? true : value };
  });
  return Object.assign({}, ...args);
}

const isQuantity = (text: string): boolean => /^\d+$/.test(text) && Number(text) <= MOST;

export const isFilledIn = (fields: readonly Field[], values: FieldValues): boolean =>
  fields.every((field) => {
    if (field.kind === 'lines')
      return (
        field.lines.every(({ line, quantity }) =>
          isQuantity(filledIn(values, lineKey(field, line, 'quantity'), quantity)),
        ) && linesOf(field, values).length > 0
      );
    if (!field.required) return true;
    if (field.kind === 'address') return 'line' in addressOf(field, values);
    return filledIn(values, field.name, field.kind === 'text' ? field.value : '').trim() !== '';
  });
