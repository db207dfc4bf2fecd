import type { Language, OrderStatus } from '../../stores/schema.ts';
/** The web reads the same file: card and reply call a state by one name. */
import words from '../state-words.json' with { type: 'json' };

type Labels<State extends string> = Record<State, Record<Language, string>>;

const ORDER_LABELS: Labels<OrderStatus> = words.order;
const PARCEL_LABELS: Partial<Labels<string>> = words.parcel;
const RECORD_LABELS: Partial<Labels<string>> = words.record;

export const orderStatusLabel = (status: OrderStatus, language: Language): string => ORDER_LABELS[status][language];

/** Orders of which nothing was sent yet. */
export const BEFORE_DISPATCH: readonly OrderStatus[] = ['pending', 'paid', 'processing'];

export const isBeforeDispatch = (status: OrderStatus): boolean => BEFORE_DISPATCH.includes(status);

/** Orders on which something is still under way. */
export const OPEN_STATUSES: OrderStatus[] = [...BEFORE_DISPATCH, 'shipped'];

/** A carrier's state in words; states that only the shop knows are shown as they are. */
export const shipmentStatusLabel = (status: string | null, language: Language): string | null =>
  status === null ? null : (PARCEL_LABELS[status.toLowerCase().replace(/[\s-]/g, '_')]?.[language] ?? status);

/** The state of a refund, payment or invoice in words; states that only the shop knows are shown as they are. */
export const recordStatusLabel = (status: string, language: Language): string =>
  RECORD_LABELS[status.toLowerCase()]?.[language] ?? status;
