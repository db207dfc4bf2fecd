/** In UTF-16 units; a longer message asks something of its own. */
const LONGEST = 48;
const WHICH_DAY = /(?:哪一?天|几号)(?:到|来|送|能|会|$|[?？])|\b(?:which|what) (?:day|date)\b/;
/** Of when it was bought, not of when it comes. */
const OF_BUYING = /下单|买的|付款|\b(?:order(?:ed)?|bought|paid|placed)\b/;

/** "Which day exactly", 具体哪天到: of the parcel that was told about just now. */
export const asksWhichDay = (normalised: string): boolean =>
  normalised.length <= LONGEST && WHICH_DAY.test(normalised) && !OF_BUYING.test(normalised);
