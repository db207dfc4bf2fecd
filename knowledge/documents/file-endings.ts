/** Endings of files that can be read, as a manager may choose them and a shop's folder holds them. */
const FILE_ENDINGS = [
  ...(['pdf', 'docx', 'pptx', 'xlsx', 'odt', 'ods', 'odp', 'epub', 'rtf'] as const),
  ...(['eml', 'mht', 'mhtml', 'html', 'htm', 'xhtml', 'md', 'markdown'] as const),
  ...(['csv', 'tsv', 'json', 'txt', 'text', 'log'] as const),
] as const;

export type FileEnding = (typeof FILE_ENDINGS)[number];

/** The ending of a file's name, without its dot; undefined: none that is known. */
export function endingOf(fileName: string): FileEnding | undefined {
  const ending = /\.(\w{1,10})$/.exec(fileName.toLowerCase())?.[1];
  return FILE_ENDINGS.find((known) => known === ending);
}
