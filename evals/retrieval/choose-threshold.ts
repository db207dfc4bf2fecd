interface Judged {
  evidence: number;
  answerable: boolean;
}

/** Of the questions without an answer, this share is to be declined. */
const DECLINED = 0.9;

/** The evidence below which `DECLINED` of the questions without an answer fall: every higher one declines more of the others. */
export function chooseThreshold(judged: Judged[]): number {
  const others = judged.filter(({ answerable }) => !answerable).map(({ evidence }) => evidence);
  others.sort((a, b) => a - b);
  return Math.min(1, (others[Math.ceil(others.length * DECLINED) - 1] ?? 1) + 1e-6);
}
