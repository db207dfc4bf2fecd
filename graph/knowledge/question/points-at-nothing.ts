import { anyOf } from '../../../text/any-of.ts';
import { pattern } from '../../../text/pattern.ts';
import { normaliseText } from '../../../understanding/normalise.ts';
import type { UnderstoodRequest } from '../../../understanding/types.ts';
import type { Dialogue } from '../../dialogue.ts';

/** "This" and what is asked of it, without a noun between the two: 这个怎么用, not 这个优惠券怎么用. */
const HELLO_ZH = /请问|你好|您好|那|亲|[，,\s]/;
const THING_ZH = /[个款件台只双种](?:东西|产品|商品|宝贝)?|东西|产品|商品/;
const ASKED_ZH = anyOf(/怎么|如何|咋|能|可|会|是|有|好|多|防|要|适|支持|用|啥|什么/, /质量|尺|重|保|几|带|需|耐|容易/);

const HELLO_EN = /(?:hi|hello|so|and|but|ok)[,\s]+/;
const ASKING_EN = anyOf(
  /is|does|can|will|would|how (?:does|long does|big is|heavy is)/,
  /how (?:do i|do you|can i|to) (?:use|clean|charge|install|wash|set up|assemble)/,
);
const THING_EN = /one|product|item|thing|model/;
const ASKED_EN = anyOf(
  /work|fit|come|last|hold|need|have|run|made|waterproof|washable|safe|good/,
  /suitable|easy|be used|heavy|loud|noisy|compatible/,
);

const POINTS = anyOf(
  pattern`^${HELLO_ZH}*[这那]${THING_ZH}${ASKED_ZH}`,
  pattern`^${HELLO_EN}*${ASKING_EN} (?:this|that)(?: ${THING_EN})?(?: ${ASKED_EN}\b|\W*$)`,
);

/** A question of a product that points at one where none has been talked about: whatever page shares its verb knows no more. */
export const pointsAtNothing = (
  { intent, text, slots }: Pick<UnderstoodRequest, 'intent' | 'text' | 'slots'>,
  {
    focusProductIds,
    shownProductIds,
    lastQuestion,
  }: Pick<Dialogue, 'focusProductIds' | 'shownProductIds' | 'lastQuestion'>,
): boolean =>
  intent === 'product_question' &&
  focusProductIds.length + shownProductIds.length + slots.products.length + slots.categories.length === 0 &&
  lastQuestion === undefined &&
  POINTS.test(normaliseText(text));
