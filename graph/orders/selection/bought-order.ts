import { anyOf } from '../../../text/any-of.ts';
import { normaliseText } from '../../../understanding/normalise.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import { mentionedProducts } from '../../products/meant/mentions.ts';
import { isShort } from '../../repair/waiting/fills-slot.ts';
import { HELPED, type OwnOrderInput } from './own-order-input.ts';
import { suggestFind } from './plan-find.ts';

/** A thing is told to be bought, and not only asked about. */
const BOUGHT = anyOf(
  /(?:买|订|拍|下单)(?:了|的|过)|(?:收|签)(?:收)?到了?|到货了|已经到了/,
  /\b(?:i|we|my \w+) (?:just )?(?:bought|ordered|purchased|got|received)\b/,
  /\b(?:bought|ordered|purchased) (?:a|an|the|my|some|one|two)\b/,
);
/** "Air Buds 3 那副", "my kettle": one thing that both sides know, said of nothing that was shown. */
const KNOWN_THING = anyOf(
  /(?:那|这)(?:个|台|副|部|双|件|条|只|套|把|盏|辆|本|盆|瓶|张|块)(?:吧|啊|呀)?[。!！]?$/,
  /^我(?:的|那|买的).{2,}$|^(?:it'?s |it is |the one is )?my .{2,}$/,
);
/** "My vacuum isn't sucking" tells something of it. */
const SENTENCE = anyOf(
  /\b(?:is|are|was|has|have|does|do|did|will|keeps?|stopp?\w*|broke|won'?t|can'?t|isn'?t)\b/,
  /\b(?:doesn'?t|not|(?:is|does|did|was)nt)\b/,
  /[了不没]/,
);
const OWN = /^(?:hi|hello|hey|so|the|[,. ])*my [a-z]|我(?:的|那|家的?|买的)/;
/** Shown with the answer at most. */
const MOST = 2;

/**
 * The requests of a message with the customer's own order put before them where it tells of a bought thing ("I got my
 * mother an air fryer last week, and …"), or in place of a thing that is only pointed at. Unknown things change nothing.
 */
export async function withBoughtOrder(input: OwnOrderInput): Promise<UnderstoodRequest[]> {
  const { requests, dialogue, tool, context } = input;
  const [first] = requests;
  if (!first || context.caller.kind !== 'customer' || dialogue.open) return requests;
  if (!requests.every(({ route }) => HELPED.has(route))) return requests;
  const of = requests.find(({ slots }) => mentionedProducts(slots).ids.length > 0);
  if (!of) return requests;
  const { ids } = mentionedProducts(of.slots);
  const normalised = normaliseText(of.text);
  const pointed =
    requests.length === 1 &&
    !of.isQuestion &&
    !SENTENCE.test(normalised) &&
    isShort(of.text) &&
    KNOWN_THING.test(normalised);
  if (pointed && ids.some((id) => dialogue.focusProductIds.includes(id))) return requests;
  const tellsOfOwn = OWN.test(normalised) && SENTENCE.test(normalised) && !of.isQuestion;
  if (!pointed && !tellsOfOwn && !BOUGHT.test(normalised)) return requests;

  const call = suggestFind(of);
  const parsed = tool.schema.safeParse(call?.args ?? {});
  const found = call && parsed.success ? await tool.run(parsed.data, context) : [];
  if (found.length === 0 || found.length > MOST) return requests;
  if (found.every(({ id }) => dialogue.focusOrderIds.includes(id)) && !pointed) return requests;
  const order: UnderstoodRequest = {
    ...of,
    intent: 'list_orders',
    route: 'order',
    slots: { ...of.slots, orderIds: found.map(({ id }) => id), dates: [], ordinal: undefined },
  };
  return pointed ? [order] : [order, ...requests];
}
