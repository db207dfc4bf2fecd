import type { Http } from '../api/http.ts';

/** Fetches a file of the API, which wants the sign-in, and hands it to the browser to be saved. */
export async function saveFile(http: Http, path: string, fileName: string): Promise<void> {
  const response = await http.fetch(path, { headers: { accept: '*/*' } });
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
