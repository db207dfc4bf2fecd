import { isCommonWord } from '../../knowledge/text/common-words.ts';
import type { Product } from '../../stores/products.ts';
import { anyOf } from '../../text/any-of.ts';
import { normaliseText } from '../../understanding/normalise.ts';
import { lowestPrice } from '../products/product-view.ts';
import { askedProperty, askedUnits } from '../products/product-words.ts';
import { amountOf } from './amount-of.ts';

/** What is asked to be the most or the least of: the price, the size by whatever tells it, or properties by their keys. */
export interface RankAsked {
  by: 'price' | 'size' | ((key: string) => boolean);
  most: boolean;
}

export interface Ranked {
  product: Product;
  value: number;
  /** The property compared; undefined: the price. */
  key: string | undefined;
}

/** Adjectives in which goods are compared, the keys of the properties meant, and whether more or less of it is wanted. */
const ADJECTIVES: readonly (readonly [RegExp, RegExp | 'price', most: boolean])[] = [
  [
    /便宜|实惠|价格(?:最|更|比较)?低|\bcheap(?:er|est)\b|\b(?:less|least) expensive\b|\blowest price|\bcosts? (?:the )?(?:less|least)\b/,
    'price',
    false,
  ],
  [
    /(?:最|更|哪.{0,4})贵|价格(?:最|更)?高|\b(?:more|most) expensive\b|\bdear(?:er|est)\b|\bcosts? (?:the )?(?:more|most)\b|\bpric(?:ier|iest)\b/,
    'price',
    true,
  ],
  [/(?:最|更|比较|哪.{0,6})轻|\blight(?:er|est)\b|\bweighs? (?:the )?(?:less|least)\b/, /weight/i, false],
  [/(?:最|更|哪.{0,6})重(?!要)|\bheav(?:ier|iest)\b|\bweighs? (?:the )?(?:more|most)\b/, /weight/i, true],
  [/(?:最|更|哪.{0,6})亮|\bbright(?:er|est)\b/, /lumen|bright/i, true],
  [/(?:最|更|比较|哪.{0,6})(?:安静|静音)|\bquiet(?:er|est)\b/, /noise(?!_cancel)/i, false],
  [
    /续航(?:时间)?(?:最|更|比较)?长|(?:用得|撑得)(?:最|更)?久|\blasts? (?:the )?long(?:er|est)\b|\blong(?:er|est) (?:battery|run ?time)/,
    /battery|runtime|run_time/i,
    true,
  ],
  [/(?:最|更|哪.{0,6})厚|\bthick(?:er|est)\b/, /thick/i, true],
  [/(?:最|更|哪.{0,6})薄|\bthin(?:ner|nest)\b/, /thick/i, false],
  [/(?:最|更|哪.{0,6})快|\bfast(?:er|est)\b/, /speed/i, true],
  [
    /容量(?:最|更|比较)?大|(?:装得|装的)(?:最|更)多|\b(?:biggest|largest|bigger|larger) capacity\b|\bholds? (?:the )?(?:more|most)\b/,
    /capacity|volume/i,
    true,
  ],
  [
    /(?:住|坐|睡)(?:得|的)?人?(?:最|更)多|\b(?:sleeps|seats|serves|feeds) (?:the )?(?:more|most)\b/,
    /persons|people|seats|sleeps|serves/i,
    true,
  ],
];
const HIGHEST = anyOf(
  /最(?:高|大|多|长|久|强)|(?:哪|比).{0,8}(?:高|多|大|长|强)(?:一点|些)?[?？]?$|更(?:高|多|大|长|强)/,
  /\b(?:most|highest|largest|longest|biggest|greatest|more|higher|larger|longer|bigger)\b/,
);
const LOWEST = anyOf(
  /最(?:低|小|少|短|弱)|(?:哪|比).{0,8}(?:低|少|小|短)(?:一点|些)?[?？]?$|更(?:低|少|小|短)/,
  /\b(?:fewest|least|lowest|smallest|shortest|fewer|less|lower|smaller|shorter)\b/,
);
/** Of things by themselves, not of what can be chosen of one (大号, "the largest size"). */
const LARGE_OR_SMALL = /[最更]?[大小](?![号码]|尺[码寸])(?:一点|些)?的?|\b(?:larg|bigg|small)(?:er|est)\b(?! sizes?\b)/;
/** What tells how large a thing is, the surest first. */
const SIZES = [/capacity|volume/i, /(?<![a-z])area/i, /width/i, /length/i, /diameter/i, /height/i];
/** One of several is asked for; "a cheaper one" only narrows a wish. */
const WHICH_OR_MOST = /最|哪|\bwhich\b|\bwhat\b|\bwho\b|est\b|\bmost\b|\bleast\b/;
/** Less or more of it is a matter of the whole shop, not of its goods. */
const NOT_OF_GOODS = /运费|快递|配送|发货|送货|\b(?:deliver|shipping|postage|ship)/;

/** Of the time between two times less means more often. */
const INTERVAL = /watering|refill|replacement|interval|间隔|周期/i;

/** The superlative that a question asks for of the goods ("cheapest", 最轻的, 哪个流明高); undefined: none. */
export function rankAsked(question: string, kindNames: readonly string[] = []): RankAsked | undefined {
  const text = normaliseText(question);
  if (!WHICH_OR_MOST.test(text) || NOT_OF_GOODS.test(text)) return undefined;
  const adjective = ADJECTIVES.find(([words]) => words.test(text));
  if (adjective) {
    const [, keys, most] = adjective;
    return { by: keys === 'price' ? 'price' : (key) => keys.test(key), most };
  }
  const lowest = LOWEST.test(text);
  if (!lowest && !HIGHEST.test(text)) return undefined;
  const sized = LARGE_OR_SMALL.exec(text);
  if (sized && askedUnits(text.replace(sized[0], ' '), kindNames).every(({ text: word }) => saysNothing(word)))
    return { by: 'size', most: !lowest };
  const isAsked = askedProperty(askedUnits(question, kindNames).filter(({ terms }) => terms.length > 0));
  return { by: (key) => !INTERVAL.test(key) && isAsked(key), most: !lowest };
}

const saysNothing = (word: string): boolean => word.length === 1 || isCommonWord(word);

/** Products that have a number of what is asked for, the one that has the most (or least) of it first. */
export function rankByProperty(products: readonly Product[], { by, most }: RankAsked): Ranked[] {
  if (by === 'size') return rankBySize(products, most);
  const rows = products.flatMap((product): Ranked[] => {
    if (by === 'price') return [{ product, value: lowestPrice(product), key: undefined }];
    const amounts = Object.entries(product.attributes)
      .filter(([key]) => by(key))
      .flatMap(([key, value]) => {
        const told = amountOf(key, value);
        return told === undefined ? [] : [{ product, value: told.amount, key }];
      });
    return amounts.slice(0, 1);
  });
  return rows.sort((a, b) => (most ? b.value - a.value : a.value - b.value));
}

/** By the surest measure of size that most of the goods tell; none where no measure is told of most. */
function rankBySize(products: readonly Product[], most: boolean): Ranked[] {
  const rankings = SIZES.map((keys) => rankByProperty(products, { by: (key) => keys.test(key), most }));
  return rankings.find((rows) => rows.length * 2 > products.length) ?? [];
}
