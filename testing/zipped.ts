import JSZip from 'jszip';

/** An archive of texts by name; `mimetype` stands first and unpacked, as in packages that say what they are. */
export function zipped(files: Record<string, string>, mimetype?: string): Promise<Uint8Array> {
  const archive = new JSZip();
  if (mimetype !== undefined) archive.file('mimetype', mimetype, { compression: 'STORE' });
  for (const [name, text] of Object.entries(files)) archive.file(name, text);
  return archive.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
