import { type ChatRequest, messageText, type ScriptedAnswer } from './scripted-model-types.ts';

const HAN = /\p{Script=Han}/u;
/** Letters and digits with four digits or more: an order or a tracking number. */
const NUMBER = /(?<![\w-])#?(?=[\w-]*\d{4})[A-Za-z0-9][\w-]{4,}/g;

/** What intents are called in shops, told by words. The first that is allowed and fits wins. */
const INTENT_WORDS: ReadonlyArray<readonly [string, RegExp]> = [
  ['human_agent', /人工|真人|human|real person|\bagent\b/i],
  ['cancel_order', /取消|cancel/i],
  ['change_address', /改.*地址|change.*address/i],
  ['track_order', /到哪|物流|快递|track|where('s| is) my|parcel/i],
  ['refund_status', /退款.*(到账|进度)|refund status|my refund/i],
  ['return_policy', /退货|return/i],
  ['warranty_question', /保修|质保|warranty|guarantee/i],
  ['delivery_policy', /运费|配送|delivery|shipping/i],
  ['recommend_product', /推荐|recommend|looking for/i],
  ['list_orders', /订单|order/i],
  ['greeting', /你好|您好|hello|\bhi\b/i],
];

const block = (text: string, tag: string): string | undefined =>
  new RegExp(`<${tag}[^>]*>([\\s\\S]*?)</${tag}>`).exec(text)?.[1]?.trim();

const firstSentences = (text: string, count: number): string[] =>
  (text.match(/[^。！？!?\n]+?(?:[。！？!?]+|\.(?=\s|$)|\n|$)/gu) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 3)
    .slice(0, count);

/**
 * A modest, well-meaning model: it routes by words, calls the first tool it may with the numbers it finds, copies
 * sentences of the passages with their [n], and repeats a draft. It reads prompts by their tags alone.
 */
export function reasonableAnswer(request: ChatRequest): ScriptedAnswer {
  const text = messageText(request.messages.findLast((message) => message.role === 'user'));
  const asked = block(text, 'message') ?? block(text, 'question') ?? text;
  const schema = request.response_format?.json_schema?.schema;
  if (schema) return { json: fillSchema(schema, asked) };
  if (request.response_format?.type === 'json_object') return { json: {} };
  const [tool] = request.tools ?? [];
  if (tool)
    return { toolCalls: [{ name: tool.function.name, args: argumentsFor(tool.function.parameters ?? {}, asked) }] };

  const passages = [...text.matchAll(/<passage n="(\d+)"[^>]*>([\s\S]*?)<\/passage>/g)];
  if (passages.length > 0) {
    const [n, passage] = [passages[0]?.[1] ?? '1', passages[0]?.[2] ?? ''];
    const gap = HAN.test(passage) ? '' : ' ';
    return {
      text: firstSentences(passage, 3)
        .map((sentence) => `${sentence}[${n}]`)
        .join(gap),
    };
  }
  const draft = block(text, 'draft');
  if (draft !== undefined) return { text: draft };
  return {
    text: firstSentences(block(text, 'history') ?? asked, 3).join(' ') || (HAN.test(text) ? '好的。' : 'All right.'),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value that fits a JSON schema; an enum with intents in it is chosen by the words, texts repeat what was asked. */
function fillSchema(schema: unknown, asked: string): unknown {
  if (!isObject(schema)) return null;
  if (Array.isArray(schema.enum)) return chooseFrom(schema.enum, asked);
  if ('const' in schema) return schema.const;
  const [alternative] = [schema.anyOf, schema.oneOf].filter(Array.isArray).flat();
  if (alternative) return fillSchema(alternative, asked);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(isObject(schema.properties) ? schema.properties : {}).map(([key, value]) => [
          key,
          fillSchema(value, asked),
        ]),
      );
    case 'array':
      return [fillSchema(schema.items, asked)];
    case 'number':
    case 'integer':
      return typeof schema.minimum === 'number' ? schema.minimum : 0;
    case 'boolean':
      return false;
    default:
      return asked;
  }
}

function chooseFrom(values: unknown[], asked: string): unknown {
  const fitting = INTENT_WORDS.find(([intent, words]) => values.includes(intent) && words.test(asked));
  return fitting?.[0] ?? (values.includes('unclear') ? 'unclear' : values[0]);
}

/** Numbers of the text for parameters that are called after one; everything else is left out. */
function argumentsFor(parameters: Record<string, unknown>, asked: string): Record<string, unknown> {
  const numbers = asked.match(NUMBER) ?? [];
  const args: Record<string, unknown> = {};
  if (numbers.length === 0 || !isObject(parameters.properties)) return args;
  for (const [key, schema] of Object.entries(parameters.properties)) {
    if (!/^orderIds?$/.test(key)) continue;
    args[key] = isObject(schema) && schema.type === 'array' ? numbers : numbers[0];
  }
  return args;
}
