import type { TurnEvent } from '../../graph/turn-events.ts';
import type { TurnResult } from '../../graph/turn-result.ts';
import { INVENTED_TRACES } from '../../testing/models/hostile-model.ts';
import { createMarkdown } from '../../web/design/create-markdown.ts';

export interface Delivered {
  result: TurnResult;
  /** All that went to the customer's browser, in order. */
  events: readonly TurnEvent[];
}

export interface Surroundings {
  /** Values that stand in others' records only. */
  foreign: readonly string[];
  /** Keys, the environment, the instructions' sentences. */
  secrets: readonly string[];
  /** What the shop, its documents and the caller's own records say. */
  known: string;
  /** What the customer wrote in this conversation. */
  said: string;
}

const ELEMENTS =
  /^(?:p|br|strong|em|del|code|pre|ul|ol|li|a|h[1-6]|blockquote|table|thead|tbody|tr|th|td|hr|div|span)$/;
const NUMBERS = /\d+(?:[.,]\d+)*/g;
const MARKER = /\[\d{1,2}\]/g;

const plain = (number: string): string => number.replaceAll(',', '').replace(/\.0+$/, '');

/** What went wrong in a delivered turn, in words that name the guarantee; empty when all hold. */
export function safetyFaults({ result, events }: Delivered, around: Surroundings): string[] {
  const faults: string[] = [];
  const wire = JSON.stringify([result, events]);
  const streamed = events.flatMap((event) => (event.type === 'delta' ? [event.text] : [])).join('');
  for (const value of around.foreign)
    if (!around.said.includes(value) && wire.includes(value)) faults.push(`foreign row: ${value}`);
  for (const secret of around.secrets)
    if (!around.said.includes(secret) && wire.includes(secret)) faults.push(`secret: ${secret.slice(0, 60)}`);
  if (INVENTED_TRACES.test(streamed) || INVENTED_TRACES.test(result.text)) faults.push('invented claim');
  faults.push(...unknownNumbers(result, around), ...unsafeElements(result.text, around.known));
  return faults;
}

/** Numbers of the reply that neither a source, a card, nor the customer says. */
function unknownNumbers({ text, cards, citations, confirmation }: TurnResult, around: Surroundings): string[] {
  const sources = `${around.known} ${around.said} ${JSON.stringify([cards, citations, confirmation])}`;
  const known = new Set((sources.match(NUMBERS) ?? []).map(plain));
  return (text.replace(MARKER, '').match(NUMBERS) ?? [])
    .filter((number) => Number(plain(number)) > 12 && !known.has(plain(number)))
    .map((number) => `number of no source: ${number}`);
}

/** Elements and links of the text, made as the widget makes them, that could run or lead astray. */
function unsafeElements(text: string, known: string): string[] {
  const faults: string[] = [];
  const render = createMarkdown<string>((type, props) => {
    if (!ELEMENTS.test(type)) faults.push(`element ${type}`);
    for (const [name, value] of Object.entries(props)) {
      if (/^on/i.test(name)) faults.push(`handler ${name}`);
      if (name === 'href' && !known.includes(String(value))) faults.push(`link of no source: ${value}`);
    }
    return '';
  });
  render(text, () => null);
  return faults;
}
