import { readdir } from 'node:fs/promises';
import { badRequest } from '../../config/errors.ts';
import { folderSource, Sheet, type ShopFileSource } from '../../stores/shop-files/shop-files.ts';
import { csvRows } from './csv-rows.ts';

const LISTS = ['products', 'customers', 'orders', 'promotions'] as const;
/** Files that an import reads; of a list either one. */
const SHOP_FILES = ['shop.json', 'policy.json', ...LISTS.flatMap((list) => [`${list}.json`, `${list}.csv`])];

/** Lets `products.csv` stand for `products.json`; both at once are refused. */
function withSheets(inner: (file: string) => Promise<string | undefined>, names: readonly string[]): ShopFileSource {
  const known = names.filter((name) => SHOP_FILES.includes(name));
  if (known.length === 0)
    throw badRequest('no_shop_files', `None of the files of a shop is there: ${SHOP_FILES.join(', ')}.`);
  for (const list of LISTS)
    if (known.includes(`${list}.json`) && known.includes(`${list}.csv`))
      throw badRequest('two_shop_files', `${list}.json and ${list}.csv are both there; hand in one of them.`);
  return async (file) => {
    const list = LISTS.find((name) => file === `${name}.json`);
    if (!list || !known.includes(`${list}.csv`)) return known.includes(file) ? inner(file) : undefined;
    const text = await inner(`${list}.csv`);
    return text === undefined ? undefined : new Sheet(`${list}.csv`, csvRows(list, text));
  };
}

/** The files of a folder, CSV too. AppError: no_shop_folder, no_shop_files, two_shop_files. */
export async function sheetFolder(folder: string): Promise<ShopFileSource> {
  const names = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    throw badRequest('no_shop_folder', `${folder} can’t be read as a folder (${cause.code ?? 'unknown'}).`);
  });
  return withSheets(folderSource(folder), names);
}

/** Files given as texts by their names. */
export const textSource = (files: Readonly<Record<string, string>>): ShopFileSource =>
  withSheets(async (file) => (Object.hasOwn(files, file) ? files[file] : undefined), Object.keys(files));
