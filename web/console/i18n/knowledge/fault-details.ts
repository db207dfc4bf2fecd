import { fill, type Locale } from '../../../i18n/dictionary.ts';

/** What the server says of one file, in Chinese; {n} stands for a number. What is not here is left out. */
const ZH: Readonly<Record<string, string>> = {
  'it is an image': '这是图片',
  'it is a program': '这是程序',
  'it is an archive': '这是压缩包',
  'it is a recording': '这是音视频',
  'it is a database': '这是数据库文件',
  'it is not text': '内容不是文字',
  'an old Office format; save it as .docx, .xlsx or .pptx': '旧版 Office 格式，请另存为 .docx、.xlsx 或 .pptx',
  'an archive; upload the files in it one by one': '这是压缩包，请解压后逐个上传',
  'more than a million cells': '超过一百万个单元格',
  '{n} files in it': '内含 {n} 个文件',
  '{n} slides': '{n} 张幻灯片',
  '{n} pages': '{n} 页',
  'it unpacks to far more than a document holds': '解压后远超一份文档',
  'it holds too much text': '文字过多',
  'it needed more memory than is allowed': '读取所需内存超出上限',
  'reading it came to a halt': '读到一半无法继续',
  'more than {n} MB': '超过 {n} MB',
  'the address is not public': '不是公开网址',
  'it answered {n}': '网站返回 {n}',
};

/** The particulars of a fault in the reader's language; undefined where there are none in it. */
export function faultDetail(detail: string, locale: Locale): string | undefined {
  if (locale === 'en') return detail;
  const [n = ''] = detail.match(/\d+/) ?? [];
  const words = ZH[detail] ?? ZH[detail.replace(/\d+/, '{n}')];
  return words && fill(words, { n });
}
