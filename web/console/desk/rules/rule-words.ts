import type { HandoffRuleBody } from '../../../api/types.ts';
import type { Locale } from '../../../i18n/dictionary.ts';
import type { ConsoleDictionary } from '../../i18n/dictionary.ts';
import { insightName } from '../../i18n/insight-names.ts';

/** A rule's conditions in words, one a line. */
export function ruleWords(t: ConsoleDictionary, conditions: HandoffRuleBody['conditions'], locale: Locale): string[] {
  const { intents, words, customers, minAmount, mood, hours } = conditions;
  const among = (name: string, values: string[] | undefined) =>
    values ? [`${name}: ${values.length > 1 ? `${t.anyOf} ` : ''}${values.join(', ')}`] : [];
  return [
    ...among(
      t.ruleIntents,
      intents?.map((intent) => insightName('intents', intent, locale)),
    ),
    ...among(t.ruleWords, words),
    ...among(t.ruleCustomers, customers),
    ...(minAmount === undefined ? [] : [`${t.ruleAmount} ${minAmount}`]),
    ...(mood ? [t.ruleMood] : []),
    ...(hours ? [hours === 'open' ? t.hoursOpen : t.hoursClosed] : []),
  ];
}
