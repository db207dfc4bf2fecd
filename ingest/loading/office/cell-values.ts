import { format } from 'numfmt';
import { childrenOf, find, findAll, isOn, parseXml, type XmlElement } from './xml.ts';

/** Shows the values of a workbook's cells as Excel does. */
export interface CellValues {
  /** `cell`: a `c` element of a sheet. */
  show(cell: XmlElement): string;
}

/** Formats that have a number but no text in the file (ECMA-376-1, 18.8.30), with the Chinese dates that WPS writes. */
const BUILT_IN: Record<number, string> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;(#,##0)',
  38: '#,##0;(#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;(#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** Text of a string item: its runs, without the readings above Chinese or Japanese letters. */
const stringText = (item: XmlElement): string =>
  item.children
    .map((part) => {
      if (part.name === 't') return part.text;
      return part.name === 'r'
        ? childrenOf(part, 't')
            .map(({ text }) => text)
            .join('')
        : '';
    })
    .join('');

/** `styles` and `strings`: the XML of these parts, where the workbook has them. */
export function createCellValues(options: {
  styles: string | undefined;
  strings: string | undefined;
  date1904: boolean;
}): CellValues {
  const strings = options.strings ? findAll(parseXml(options.strings), 'si').map(stringText) : [];
  const styles = options.styles ? parseXml(options.styles) : undefined;
  const custom = new Map(
    findAll(find(styles, 'numFmts') ?? { name: '', attributes: {}, children: [], text: '' }, 'numFmt').map(
      ({ attributes }) => [Number(attributes.numFmtId), attributes.formatCode ?? 'General'],
    ),
  );
  const formats = childrenOf(find(styles, 'cellXfs'), 'xf').map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? 0);
    return custom.get(id) ?? BUILT_IN[id] ?? 'General';
  });
  const numberText = (value: string, style: number): string => {
    const number = Number(value);
    if (!Number.isFinite(number)) return value;
    const pattern = formats[style] ?? 'General';
    // Sums that floating point has spoiled: 0.30000000000000004.
    if (pattern === 'General') return String(Number(number.toPrecision(15)));
    try {
      return format(
        pattern,
        options.date1904 && /[ymdh]/i.test(pattern.replace(/"[^"]*"/g, '')) ? number + 1462 : number,
      ).trim();
    } catch {
      return String(number);
    }
  };
  return {
    show(cell) {
      const value = childrenOf(cell, 'v')[0]?.text ?? '';
      switch (cell.attributes.t) {
        case 's':
          return strings[Number(value)] ?? '';
        case 'inlineStr':
          return childrenOf(cell, 'is').map(stringText).join('');
        case 'b':
          return isOn(value) ? '✓' : '✗';
        case 'e':
          return '';
        case 'str':
        case 'd':
          return value;
        default:
          return value === '' ? '' : numberText(value, Number(cell.attributes.s ?? 0));
      }
    },
  };
}
