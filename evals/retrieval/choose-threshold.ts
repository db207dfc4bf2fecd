interface Judged {
  evidence: number;
  answerable: boolean;
}

/** Of the questions without an answer, this share is to be declined by a search; a reply has other sources, too, and needs some more. */
const DECLINED = 0.92;

/** Of the questions that have an answer, this share is to be answered or asked about. */
const HELPED = 0.9;

/** The evidence that `HELPED` of the answerable questions reach. */
export function chooseAskThreshold(judged: Judged[]): number {
  const answerable = judged.filter((one) => one.answerable).map(({ evidence }) => evidence);
  answerable.sort((a, b) => b - a);
  return answerable[Math.ceil(answerable.length * HELPED) - 1] ?? 0;
}

/** The evidence below which `DECLINED` of the questions without an answer fall: every higher one declines more of the others. */
export function chooseThreshold(judged: Judged[]): number {
  const others = judged.filter(({ answerable }) => !answerable).map(({ evidence }) => evidence);
  others.sort((a, b) => a - b);
  return Math.min(1, (others[Math.ceil(others.length * DECLINED) - 1] ?? 1) + 1e-6);
}
