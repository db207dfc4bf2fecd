import { maskPersonal } from '../mask.ts';
import type { LabelLine } from './label-schema.ts';

/** The label without phones, addresses and numbers of orders, wherever they stand in it. */
export const maskLine = (line: LabelLine): LabelLine => ({
  ...line,
  text: maskPersonal(line.text),
  requests: line.requests.map((request) => ({
    ...request,
    text: maskPersonal(request.text),
    slots: request.slots.map((slot) => ({ ...slot, value: maskSlot(slot) })),
  })),
  reply: line.reply && maskPersonal(line.reply),
  note: line.note && maskPersonal(line.note),
  ...(line.history && { history: line.history.map(({ author, text }) => ({ author, text: maskPersonal(text) })) }),
});

const BY_NAME: Readonly<Record<string, string>> = {
  orderIds: '{order_id}',
  trackingNumbers: '{order_id}',
  phones: '{phone}',
  emails: '{email}',
};

/** By the slot's name: a short order number has no shape of its own. */
const maskSlot = ({ name, value }: LabelLine['requests'][number]['slots'][number]): string =>
  BY_NAME[name] ?? (name === 'dates' ? value : maskPersonal(value));
