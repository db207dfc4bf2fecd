/** `values` with each line of `text` that is not among them yet, whatever its case. */
export function addLines(values: readonly string[], text: string): string[] {
  const all = [...values];
  for (const line of text.split(/\r?\n/)) {
    const value = line.trim();
    if (value && !all.some((known) => known.toLowerCase() === value.toLowerCase())) all.push(value);
  }
  return all;
}
