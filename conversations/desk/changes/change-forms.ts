import { refusedByRules } from '../../../graph/orders/propose-change.ts';
import { textOf } from '../../../stores/local-text.ts';
import type { Order } from '../../../stores/orders.ts';
import type { WriteTool, WriteView } from '../../../tools/changes/write-tool.ts';
import { addressParts, type PartName, placeOrder } from '../../../tools/orders/format-address.ts';
import { lineText, productOf, variantOf } from '../../../tools/orders/order-lines.ts';
import { paymentName } from '../../../tools/orders/payment-methods.ts';
import { optionsText } from '../../../tools/products/product-view.ts';

/**
 * One thing that an agent fills in; what stands now is there to begin with. A choice's `args` are what it adds to the
 * change's arguments; an address is given in its parts, by name; of lines those that become different.
 */
export type ChangeField =
  | { name: string; kind: 'text' | 'check'; required: boolean; value?: string }
  | { name: string; kind: 'address'; required: boolean; parts: Array<{ name: PartName; value: string }> }
  | { name: string; kind: 'lines'; required: boolean; lines: LineToChange[] }
  | {
      name: string;
      kind: 'choice';
      required: boolean;
      choices: Array<{ label: string; args: Record<string, unknown> }>;
    };

/** A line of the order with the variants that its product comes in. */
interface LineToChange {
  line: number;
  label: string;
  quantity: number;
  variantId: string | null;
  variants: Array<{ id: string; label: string }>;
}

/** A change of one order as an agent may propose it, or why the shop's rules forbid it. */
export interface ChangeForm {
  action: string;
  allowed: boolean;
  /** The rule that forbids it, with its source, in the agent's language. */
  why: string | null;
  fields: ChangeField[];
}

type FieldsOf = (order: Order, view: WriteView) => ChangeField[];

const text = (name: string, required = false): ChangeField => ({ name, kind: 'text', required });
const check = (name: string): ChangeField => ({ name, kind: 'check', required: false });

const payment: FieldsOf = (_order, view) =>
  view.paymentMethods.length === 0
    ? []
    : [
        {
          name: 'payment',
          kind: 'choice',
          required: false,
          choices: view.paymentMethods.map((method) => ({
            label: paymentName(method, view.language),
            args: { paymentMethodId: method.id },
          })),
        },
      ];

/** Every line with every variant of its product: the same one is for goods at fault. */
const swaps: FieldsOf = (order, view) => [
  {
    name: 'swap',
    kind: 'choice',
    required: true,
    choices: order.items.flatMap((item) => {
      const product = productOf(item, view.products);
      const from = lineText(item, variantOf(product, item.variant_id), view.language);
      return (product?.variants ?? []).map((variant) => ({
        label: `${from} → ${lineText({ ...item, quantity: 1 }, variant, view.language)}`,
        args: { items: [{ line: item.line, toVariantId: variant.id }] },
      }));
    }),
  },
];

const returned: FieldsOf = (order, { language, products }) =>
  order.items.length < 2
    ? []
    : [
        {
          name: 'item',
          kind: 'choice',
          required: false,
          choices: order.items.map((item) => ({
            label: lineText(item, variantOf(productOf(item, products), item.variant_id), language),
            args: { items: [{ line: item.line }] },
          })),
        },
      ];

const WHO: readonly PartName[] = ['name', 'phone'];
/** Parts that an address may lack and be given. */
const ASKED: ReadonlySet<PartName> = new Set(['name', 'phone', 'line', 'city', 'postcode']);

const address: FieldsOf = ({ shipping_address: now }, { language }) => {
  const parts = addressParts(now, language);
  // A shop that keeps addresses as one text gets one back.
  if (typeof now === 'string') return [{ ...text('address', true), value: now }];
  const names = [...WHO, ...placeOrder(language).filter((name) => !WHO.includes(name))];
  return [
    {
      name: 'address',
      kind: 'address',
      required: true,
      parts: names
        .filter((name) => ASKED.has(name) || parts.has(name))
        .map((name) => ({ name, value: parts.get(name) ?? '' })),
    },
  ];
};

const lines: FieldsOf = (order, { language, products }) => [
  {
    name: 'items',
    kind: 'lines',
    required: true,
    lines: order.items.map((item) => {
      const variants = productOf(item, products)?.variants ?? [];
      return {
        line: item.line,
        label: textOf(item.name, language),
        quantity: item.quantity,
        variantId: item.variant_id,
        variants: variants.map(({ id, options }) => ({ id, label: optionsText(options, language) || id })),
      };
    }),
  },
];

const cancelled: FieldsOf = (_order, view) => {
  const { reasons } = view.policy.rules.cancel;
  if (reasons.length === 0) return [text('reason')];
  const choices = reasons.map((reason) => ({ label: textOf(reason, view.language), args: { reason } }));
  return [{ name: 'reason', kind: 'choice', required: true, choices }];
};

/** What a person can fill in plainly; other changes are asked for in the chat. */
const FIELDS: Readonly<Record<string, FieldsOf>> = {
  cancel_order: cancelled,
  change_address: address,
  change_items: (...given) => [...lines(...given), ...payment(...given)],
  return_order: (...given) => [...returned(...given), check('fault'), text('reason')],
  exchange_order: (...given) => [...swaps(...given), check('fault'), ...payment(...given), text('reason')],
  change_payment: (...given) => payment(...given).map((field) => ({ ...field, required: true })),
  request_invoice: () => [text('title')],
  change_invoice_title: () => [text('title', true)],
  resend_invoice: () => [],
  urge_delivery: () => [],
  claim_price_protection: () => [],
  undo_change: () => [],
};

/** The changes of an order that can be filled in at the desk, those that the rules allow first. */
export const changeForms = (tools: readonly WriteTool[], order: Order, view: WriteView): ChangeForm[] =>
  tools
    .flatMap((tool): ChangeForm[] => {
      const fields = FIELDS[tool.action]?.(order, view);
      if (!fields) return [];
      // Goods at fault are judged more kindly: only what is refused all the same is refused here.
      const refused = refusedByRules({ tool, order, view }, true);
      const empty = fields.some((field) => field.required && field.kind === 'choice' && field.choices.length === 0);
      return [{ action: tool.action, allowed: !refused && !empty, why: refused?.text ?? null, fields }];
    })
    .toSorted((a, b) => Number(b.allowed) - Number(a.allowed));
