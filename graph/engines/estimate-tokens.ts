const CHARACTERS_PER_TOKEN = 4;

/** A rough count: a Han character each, other scripts four characters; for where no model counted. */
export function estimateTokens(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han + Math.ceil((text.length - han) / CHARACTERS_PER_TOKEN);
}
