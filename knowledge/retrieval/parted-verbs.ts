const PARTED =
  /\b(send|sends|sending|sent|give|giving|take|taking|bring|bringing|ship|shipping|post|posting) ((?:the|a|an|my|our|your|this|that|these|those|some|one)(?: [\p{L}'’-]+){1,3}?)(?<! (?:the|a|an|my|our|your|this|that)) back\b/giu;

/** A verb whose parts stand around what it is done to, in one piece: "send the blue lamp back" is "send back the blue lamp". */
export const joinPartedVerbs = (question: string): string => question.replace(PARTED, '$1 back $2');
