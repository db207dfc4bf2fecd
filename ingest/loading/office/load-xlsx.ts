import { gridBlocks } from '../grid-blocks.ts';
import { LoadFailure } from '../load-failure.ts';
import type { Block, LoadedDocument, LoadWarning } from '../loaded-document.ts';
import { createCellValues } from './cell-values.ts';
import { relationsOf } from './relations.ts';
import { sheetGrid } from './sheet-grid.ts';
import { openArchive } from './unzip.ts';
import { find, findAll, isOn, parseXml } from './xml.ts';

const WORKBOOK = 'xl/workbook.xml';
/** Names that say nothing. */
const UNNAMED = /^(?:sheet|工作表|tabelle)\s*\d*$/i;

/** A workbook: each visible sheet is a section with its tables, values as Excel shows them. */
export function loadXlsx(bytes: Uint8Array): LoadedDocument {
  const archive = openArchive(bytes);
  const source = archive.text(WORKBOOK);
  if (!source) throw new LoadFailure('damaged');
  const workbook = parseXml(source);
  const relations = relationsOf(archive, WORKBOOK);
  const [styles, strings] = ['styles', 'sharedStrings'].map((type) => {
    const [path] = relations.byType(type);
    return path ? archive.text(path) : undefined;
  });
  const date1904 = isOn(find(workbook, 'workbookPr')?.attributes.date1904);
  const values = createCellValues({ styles, strings, date1904 });
  const sheets = findAll(workbook, 'sheet');
  const shown = sheets.filter(({ attributes }) => !/hidden/i.test(attributes.state ?? ''));
  const blocks = shown.flatMap(({ attributes }): Block[] => {
    const path = relations.byId(attributes['r:id']);
    const sheet = path ? archive.text(path) : undefined;
    const content = sheet ? gridBlocks(sheetGrid(parseXml(sheet), values)) : [];
    const name = attributes.name ?? '';
    const named = content.length > 0 && !UNNAMED.test(name);
    return named ? [{ kind: 'heading', level: 1, text: name }, ...content] : content;
  });
  const warnings: LoadWarning[] = [];
  const left = sheets.length - shown.length;
  if (left > 0) warnings.push({ code: 'sheets_hidden', message: `${left} hidden sheet(s) were left out.` });
  return { title: null, pages: [{ page: null, blocks }], ...(left > 0 && { warnings }) };
}
